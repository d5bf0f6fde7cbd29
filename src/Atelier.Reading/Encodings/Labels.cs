using System.Text;

namespace Atelier.Reading.Encodings;

/// <summary>Encodings by the names that documents call them, as browsers understand these names.</summary>
internal static class Labels
{
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ascii"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["iso_8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["latin-1"] = "windows-1252",
        ["cp1252"] = "windows-1252",
        ["cp-1252"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        ["gb2312"] = "gb18030",
        ["gb_2312-80"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["gb-18030"] = "gb18030",
        ["cp936"] = "gb18030",
        ["big5-hkscs"] = "big5",
        ["big-5"] = "big5",
        ["cp950"] = "big5",
        ["euc-kr"] = "ks_c_5601-1987",
        ["euckr"] = "ks_c_5601-1987",
        ["cp949"] = "ks_c_5601-1987",
        ["ms949"] = "ks_c_5601-1987",
        ["x-windows-949"] = "ks_c_5601-1987",
        ["sjis"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["shift-jis"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["cp932"] = "shift_jis",
        ["eucjp"] = "euc-jp",
        ["x-euc-jp"] = "euc-jp",
        ["win-1251"] = "windows-1251",
        ["win1251"] = "windows-1251",
        ["cp1251"] = "windows-1251",
        ["cp-1251"] = "windows-1251",
        ["cp1250"] = "windows-1250",
        ["koi8r"] = "koi8-r",
        ["utf8"] = "utf-8",
        ["utf-8n"] = "utf-8",
        ["u8"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8",
        ["utf16"] = "utf-16",
        ["u16"] = "utf-16",
        ["unicode"] = "utf-16",
        ["utf-16le"] = "utf-16",
        ["iso-10646-ucs-2"] = "utf-16",
        ["ucs-2"] = "utf-16",
        ["utf-16be"] = "utf-16BE",
        ["utf32"] = "utf-32",
        ["utf-32le"] = "utf-32",
        ["utf-32be"] = "utf-32BE",
    };

    /// <returns>An encoding that throws on octets it does not have; null for a name nobody knows.</returns>
    public static Encoding? Find(string? label)
    {
        var name = label?.Trim(' ', '\t', '\r', '\n', '"', '\'', ';');
        if (string.IsNullOrEmpty(name) || name.Length > 40)
            return null;
        name = Meant.GetValueOrDefault(name, name);
        // A decoder of attackers: the same octets are markup in it and harmless text in any other.
        if (name.StartsWith("utf-7", StringComparison.OrdinalIgnoreCase))
            return null;
        var (encoder, decoder) = (EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, encoder, decoder)
                ?? Encoding.GetEncoding(name, encoder, decoder);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public static Encoding Loose(Encoding strict)
    {
        var loose = (Encoding)strict.Clone();
        loose.DecoderFallback = DecoderFallback.ReplacementFallback;
        return loose;
    }

    public static bool IsWide(Encoding encoding) => encoding.CodePage is 1200 or 1201 or 12000 or 12001;
}
