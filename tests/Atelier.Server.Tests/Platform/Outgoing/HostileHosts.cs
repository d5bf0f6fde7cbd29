namespace Atelier.Platform.Outgoing;

/// <summary>
/// Hosts that lead inside, as numbers, in other scripts and in other networks' clothes, and the ones just outside: the
/// addresses on both sides of every forbidden network, and public ones in the same odd spellings.
/// </summary>
internal static class HostileHosts
{
    public static IReadOnlyList<string> All { get; } =
        Words(
            """
            0 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 017700000001 127.000.000.001 0x7f.0.0.1
            0x7F.0x0.0x0.0x1 127.0.0.2 127.255.255.254 127.0.0.0 0177.1 0177.0.1 127.0x1 127.65530 0x7f.0xfffe
            2130706434 0x7f000002 0.0.0.0 0.0.0.1 0x0 00 127.0.0.1. 127.1. localhost localhost. LOCALHOST LocalHost.
            １２７.0.0.1 ①②⑦.⓪.⓪.① 127。0。0。1 １２７。０。０。１ 127．0．0．1 ⓛⓞⓒⓐⓛⓗⓞⓢⓣ ｌｏｃａｌｈｏｓｔ 𝟏𝟐𝟕.𝟎.𝟎.𝟏 １２７.１ [::] [::1]
            [0:0:0:0:0:0:0:1] [0000::0001] [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:0:127.0.0.1] [::127.0.0.1]
            [::7f00:1] [64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::7f00:1] [2002:7f00:1::] [2002:7f00:1::1]
            [2001:0:4136:e378:8000:63bf:3fff:fdd2] [2001::1] [fe80::1] [febf::1] [fc00::1] [fd00:ec2::254] [fdff::1]
            [fec0::1] [feff::1] [ff02::1] [ff02::2] [ff0e::1] [2001:db8::1] [2001:2::1] [2001:10::1] [2001:20::1]
            [3fff::1] [5f00::1] [100::1] [::ffff:8.8.8.8] [::ffff:10.0.0.1] [::ffff:169.254.169.254] 10.0.0.0
            10.0.0.1 10.255.255.255 167772161 0xa000001 012.0.0.1 100.64.0.0 100.127.255.255 169.254.0.1 169.254.169.254
            169.254.43518 0251.0376.0251.0376 2852039166 0xa9fea9fe 172.16.0.0 172.31.255.255 2886729729 192.0.0.0
            192.0.0.170 192.0.0.255 192.0.2.1 192.88.99.1 192.168.0.0 192.168.255.255 3232235521 0xc0a80001
            192.168.1 198.18.0.0 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1
            255.255.255.255 4294967295 0xffffffff rebound.test 127.0.0.1.nip.test six.test mixed.test later.test
            nobody.test 4294967296 256.1.1.1 127.0.0.1.1
            """
        );

    public static IReadOnlyList<string> Neighbours { get; } =
        Words(
            """
            1.0.0.0 1.0.0.1 1.0.0.2 9.255.255.255 9.255.255.254 11.0.0.0 11.0.0.1 11.0.0.2 100.63.255.255 100.63.255.254
            100.128.0.0 100.128.0.1 100.128.0.2 126.255.255.255 126.255.255.254 128.0.0.0 128.0.0.1 128.0.0.2
            169.253.255.255 169.253.255.254 169.255.0.0 169.255.0.1 169.255.0.2 172.15.255.255 172.15.255.254
            172.32.0.0 172.32.0.1 172.32.0.2 191.255.255.255 191.255.255.254 192.0.1.0 192.0.1.1 192.0.1.2 192.0.1.255
            192.0.1.254 192.0.3.0 192.0.3.1 192.0.3.2 192.88.98.255 192.88.98.254 192.88.100.0 192.88.100.1
            192.88.100.2 192.167.255.255 192.167.255.254 192.169.0.0 192.169.0.1 192.169.0.2 198.17.255.255
            198.17.255.254 198.20.0.0 198.20.0.1 198.20.0.2 198.51.99.255 198.51.99.254 198.51.101.0 198.51.101.1
            198.51.101.2 203.0.112.255 203.0.112.254 203.0.114.0 203.0.114.1 203.0.114.2 223.255.255.255 223.255.255.254
            [::1:0:0] [64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff] [64:ff9b::1:0:0] [64:ff9b:0:ffff:ffff:ffff:ffff:ffff]
            [64:ff9b:2::] [ff:ffff:ffff:ffff:ffff:ffff:ffff:ffff] [100:0:0:1::] [2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff]
            [2001:1::] [2001:1:ffff:ffff:ffff:ffff:ffff:ffff] [2001:2:1::] [2001:f:ffff:ffff:ffff:ffff:ffff:ffff]
            [2001:30::] [2001:db7:ffff:ffff:ffff:ffff:ffff:ffff] [2001:db9::] [2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff]
            [2003::] [3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff] [3fff:1000::] [5eff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]
            [5f01::] [fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff] [fe00::] [fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff]
            [::fffe:ffff:ffff] [::1:0:0:0] 1572395042 0x5db8d822 013556154042 0x5d.0xb8.0xd8.0x22 134744072
            0x8080808 01002004010 0x8.0x8.0x8.0x8 16843009 0x1010101 0100200401 0x1.0x1.0x1.0x1 93.184.55330
            93.12113954 0135.0270.0330.0042 ９３.184.216.34 93。184。216。34 public.test PUBLIC.test. ⓟⓤⓑⓛⓘⓒ.test
            """
        );

    private static string[] Words(string text) =>
        text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
