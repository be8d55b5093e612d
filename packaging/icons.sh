#!/bin/sh
# Draws the icon's PNG, ICO and ICNS files anew from the two SVG files in assets/icon.
# Needs rsvg-convert (librsvg2-bin), convert (imagemagick) and png2icns (icnsutils).
set -eu
cd "$(dirname "$0")/.."
icon=assets/icon

for size in 16 32 48 64 128 256 512; do
    drawing=$icon/tincan.svg
    [ "$size" -ne 16 ] || drawing=$icon/tincan-small.svg # the large one has too many lines for so few dots
    rsvg-convert --width "$size" --height "$size" --output "$icon/tincan-$size.png" "$drawing"
done

convert "$icon/tincan-16.png" "$icon/tincan-32.png" "$icon/tincan-48.png" "$icon/tincan-256.png" packaging/tincan.ico
png2icns packaging/tincan.icns \
    "$icon/tincan-16.png" "$icon/tincan-32.png" "$icon/tincan-48.png" "$icon/tincan-128.png" "$icon/tincan-256.png" "$icon/tincan-512.png"
