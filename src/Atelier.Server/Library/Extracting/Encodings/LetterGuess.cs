using System.Text;

namespace Atelier.Library.Extracting.Encodings;

/// <summary>
/// Tells encodings apart by whether their reading of the bytes gives the letters of a language: each alphabet is scored
/// by the share of the other-than-ASCII characters that belong to it.
/// </summary>
internal static class LetterGuess
{
    private const string Hanzi =
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里";
    private const string HanziTraditional =
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡";
    private const string Cyrillic = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґ";
    private const string Greek = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ";

    private static readonly (string Encoding, string[] Alphabets)[] SingleByte =
    [
        (
            "windows-1252",
            ["éèàçêâîôûùëïœ", "äöüß", "ñáéíóúü¿¡", "ãõçáéíóúâêôà", "àèéìòù", "åäöøæé", "áéíóúýþðæö", "éëïöüó"]
        ),
        ("windows-1250", ["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű", "âăîşţ", "čćđšž"]),
        ("windows-1251", [Cyrillic]),
        ("koi8-r", [Cyrillic]),
        ("ibm866", [Cyrillic]),
        ("windows-1253", [Greek]),
        ("windows-1254", ["çğıöşüâî"]),
        ("ibm850", ["éèàçêâîôûùëï", "äöüß", "ñáéíóúü"]),
    ];

    public static string Of(byte[] sample)
    {
        var best = ("windows-1252", Score: 0.05);
        foreach (var (encoding, alphabets) in SingleByte)
        {
            var text = KnownEncodings.Find(encoding)!.GetString(sample);
            var score = alphabets.Max(alphabet => Share(text, alphabet));
            if (score > best.Score + 0.001)
                best = (encoding, score);
        }
        foreach (var (encoding, score) in DoubleByte(sample))
            if (score > best.Score)
                best = (encoding, score);
        return best.Item1;
    }

    /// <summary>Capitals count half: text read by the wrong table has them in the middle of words.</summary>
    private static double Share(string text, string alphabet)
    {
        var (others, score) = (0, 0.0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 128)
                continue;
            others++;
            if (alphabet.Contains(c))
                score += 1;
            else if ("“”‘’—–…«»„‚".Contains(c))
                score += 0.9;
            else if (alphabet.Contains(char.ToLowerInvariant(c)))
                score += i > 0 && char.IsLower(text[i - 1]) ? -0.5 : 0.5;
            else if (!char.IsLetter(c) && c is not '\u00A0')
                score -= 0.5;
        }
        return others == 0 ? 0 : score / others;
    }

    private static IEnumerable<(string Encoding, double Score)> DoubleByte(byte[] sample)
    {
        yield return ("shift_jis", ScoreOf("shift_jis", c => c is >= '\u3041' and <= '\u30FE', 0.25));
        yield return ("euc-jp", ScoreOf("euc-jp", c => c is >= '\u3041' and <= '\u30FE', 0.25));
        yield return ("gb18030", ScoreOf("gb18030", c => Hanzi.Contains(c), 0.12));
        yield return ("big5", ScoreOf("big5", c => HanziTraditional.Contains(c), 0.12));
        yield return ("euc-kr", ScoreOf("euc-kr", c => c is >= '\uAC00' and <= '\uD7A3', 0.7));

        // What is typical of the language must be a good part of it, and next to nothing may be invalid.
        double ScoreOf(string encoding, Func<char, bool> isTypical, double least)
        {
            var (others, typical, wrong) = (0, 0, 0);
            foreach (var c in KnownEncodings.Find(encoding)!.GetString(sample))
                if (c >= 128)
                {
                    others++;
                    typical += isTypical(c) ? 1 : 0;
                    wrong += c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or (>= '\uFF61' and <= '\uFF9F') ? 1 : 0;
                }
            return others > 0 && wrong <= others * 0.01 && typical >= others * least ? 1 + (double)typical / others : 0;
        }
    }
}
