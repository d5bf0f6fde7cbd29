using System.Security.Cryptography;
using Atelier.Reading.Safety;

namespace Atelier.Campaigns.Comments.Guarding;

/// <summary>Other people's words as a model may get them.</summary>
internal static class SafeText
{
    private const string LeftOut = "[a sentence that spoke to software was left out]";

    /// <summary>For the lines around what was fetched: nobody who wrote it can know it.</summary>
    public static string NewMark() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    /// <summary>A line without invisible characters, marks, and sentences that speak to machines.</summary>
    public static string Of(string line, string mark)
    {
        var clean = ReaderText
            .Clean(line)
            .Replace(mark, "", StringComparison.OrdinalIgnoreCase)
            .Replace("<<", "‹", StringComparison.Ordinal);
        if (!InstructionFinder.IsInstruction(clean))
            return clean;
        var kept = Language
            .Sentences.Split(clean)
            .Select(sentence => clean.Substring(sentence.Start, sentence.Length).Trim())
            .Select(sentence => InstructionFinder.IsInstruction(sentence) ? LeftOut : sentence);
        var joined = string.Join(' ', kept);
        // An order may run over the end of a sentence; then the whole line goes.
        return InstructionFinder.IsInstruction(joined) ? LeftOut : joined;
    }
}
