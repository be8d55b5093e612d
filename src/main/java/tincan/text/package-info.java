/// All words that a person reads, by key, in English and Simplified Chinese.
package tincan.text;
