/// All words that a person reads, by key, in English and Simplified Chinese, and the booklet of the lessons.
package tincan.text;
