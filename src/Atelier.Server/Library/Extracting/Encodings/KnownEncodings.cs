using System.Text;

namespace Atelier.Library.Extracting.Encodings;

/// <summary>What a plain text may be written in, by the names of the IANA.</summary>
internal static class KnownEncodings
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8",
        ["utf-16"] = "utf-16le",
        ["latin1"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["cp1250"] = "windows-1250",
        ["cp1251"] = "windows-1251",
        ["cp1252"] = "windows-1252",
        ["cp866"] = "ibm866",
        ["gbk"] = "gb18030",
        ["gb2312"] = "gb18030",
        ["sjis"] = "shift_jis",
    };

    public static IReadOnlyList<string> Names { get; } =
    [
        "utf-8",
        "utf-16le",
        "utf-16be",
        "utf-32le",
        "windows-1250",
        "windows-1251",
        "windows-1252",
        "windows-1253",
        "windows-1254",
        "windows-1255",
        "windows-1256",
        "windows-1257",
        "iso-8859-2",
        "iso-8859-5",
        "iso-8859-7",
        "iso-8859-9",
        "iso-8859-15",
        "koi8-r",
        "koi8-u",
        "ibm437",
        "ibm500",
        "ibm850",
        "ibm866",
        "macintosh",
        "shift_jis",
        "euc-jp",
        "iso-2022-jp",
        "gb18030",
        "big5",
        "euc-kr",
    ];

    static KnownEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Writes a replacement character for what cannot be read.</summary>
    public static Encoding? Find(string name)
    {
        name = Aliases.GetValueOrDefault(name, name).ToLowerInvariant();
        return name switch
        {
            "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            "utf-16le" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            "utf-16be" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            "utf-32le" => new UTF32Encoding(bigEndian: false, byteOrderMark: false),
            _ when Names.Contains(name) => Encoding.GetEncoding(
                name,
                EncoderFallback.ReplacementFallback,
                new DecoderReplacementFallback("\uFFFD")
            ),
            _ => null,
        };
    }
}
