#!/bin/sh
# Packs the app image target/dist/tincan as a Debian package: deb.sh VERSION
# Every file is the package's own, menu entry and links included, so nothing runs when it is installed or removed.
set -eu
umask 022
cd "$(dirname "$0")/../.."
version=$1
root=target/deb

if ! command -v dpkg-deb >/dev/null; then
    echo "No dpkg-deb on this system, so no .deb is made; the app image in target/dist/tincan is complete."
    exit 0
fi
architecture=$(dpkg --print-architecture)
package=target/dist/tincan_${version}_$architecture.deb

rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/doc/tincan"
cp -a target/dist/tincan "$root/opt/"
ln -s ../../opt/tincan/bin/tincan ../../opt/tincan/bin/tincan-cli "$root/usr/bin/"
cp packaging/linux/tincan.desktop "$root/usr/share/applications/"
cp packaging/linux/copyright "$root/usr/share/doc/tincan/"
for size in 16 32 48 64 128 256 512; do
    icons=$root/usr/share/icons/hicolor/${size}x$size/apps
    mkdir -p "$icons"
    cp "assets/icon/tincan-$size.png" "$icons/tincan.png"
done
mkdir -p "$root/usr/share/icons/hicolor/scalable/apps"
cp assets/icon/tincan.svg "$root/usr/share/icons/hicolor/scalable/apps/"
chmod -R u+w,go-w,a+rX "$root"

size=$(du -sk --apparent-size --exclude=DEBIAN "$root" | cut -f1)
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$size/" \
    packaging/linux/control >"$root/DEBIAN/control"
(cd "$root" && find opt usr -type f -exec md5sum {} +) >"$root/DEBIAN/md5sums"

dpkg-deb --root-owner-group -Zxz --build "$root" "$package"
rm -rf "$root"
