using System.Text.RegularExpressions;
using Atelier.Campaigns.Comments.Guarding;
using Atelier.Reading.Safety;

namespace Atelier.Campaigns.Comments.Checking.Gates;

/// <summary>G8: what harms the reader, the author or the persona.</summary>
internal static partial class SafetyGate
{
    /// <summary>A word list, not a classifier: one insult in a comment is far above.</summary>
    public const double MostToxic = 0.10;

    private const double ToxicityOfOne = 0.2;
    private const double SameExperience = 0.6;

    public static GateResult Judge(GateScene scene)
    {
        var comment = scene.Comment;
        var insults = comment.Find(comment.Lexicon?.Insults);
        var wrong = new List<Evidence>();
        if (Math.Min(1, insults.Count * ToxicityOfOne) >= MostToxic)
            wrong.AddRange(insults.Select(insult => new Evidence("an insult", insult)));
        foreach (Match match in Personal().Matches(comment.Text))
            wrong.Add(new("personal data", match.Value, new(match.Index, match.Index + match.Length)));
        foreach (var sentence in comment.Statements)
            if (ExperienceProblem(sentence, scene.Brief.Persona, comment.Lexicon) is { } problem)
                wrong.Add(new(problem, sentence.Text, sentence.Place));
        wrong.AddRange(
            InstructionFinder.In(comment.Text).Select(found => new Evidence("addressed to a machine", found.Quote))
        );
        if (ReaderText.HasInvisible(comment.Text))
            wrong.Add(new("invisible characters"));
        return wrong.Count > 0
            ? Gate.Fail(
                "G8",
                $"Not safe to post: {string.Join("; ", wrong.Select(one => one.What).Distinct())}.",
                wrong
            )
            : Gate.Pass("G8", "No insults, no personal data, no invented experience.");
    }

    /// <summary>The sentence tells what the persona has done, as its person confirmed it.</summary>
    public static bool IsOwnExperience(CommentSentence sentence, PersonaBrief persona, Lexicon? lexicon) =>
        persona.Confirmed && persona.Experience.Any(told => Tells(sentence, told, lexicon));

    private static string? ExperienceProblem(CommentSentence sentence, PersonaBrief persona, Lexicon? lexicon)
    {
        if (lexicon is null || !ClaimsExperience(sentence.Plain, lexicon))
            return null;
        if (!persona.Experience.Any(told => Tells(sentence, told, lexicon)))
            return "an experience that the persona does not have";
        return persona.Confirmed ? null : "an experience that nobody has confirmed";
    }

    private static bool ClaimsExperience(string plain, Lexicon lexicon) =>
        lexicon.Experience.Any(cue => Wording.Holds(plain, cue))
        || lexicon.RoleCues.Any(cue => NamesRole(plain, cue, lexicon.Roles));

    /// <summary>"As a nurse", "as a former head teacher"; but not "as a rule".</summary>
    private static bool NamesRole(string plain, string cue, IReadOnlyList<string> roles)
    {
        for (var at = 0; (at = plain.IndexOf(cue, at, StringComparison.Ordinal)) >= 0; at += cue.Length)
        {
            if (at > 0 && char.IsLetterOrDigit(plain[at - 1]))
                continue;
            var words = plain[(at + cue.Length)..]
                .Split([' ', ',', '.', ';', ':', '!', '?'], 4, StringSplitOptions.RemoveEmptyEntries);
            if (words.Take(3).Any(roles.Contains))
                return true;
        }
        return false;
    }

    /// <summary>Most of what the sentence says is what the persona told.</summary>
    private static bool Tells(CommentSentence sentence, string told, Lexicon? lexicon)
    {
        if (told.Trim().Length == 0)
            return false;
        if (Wording.Holds(sentence.Plain, Wording.Plain(told).TrimEnd('.')))
            return true;
        var said = Stems.Of(sentence.Text, lexicon).ToHashSet(StringComparer.Ordinal);
        var known = Stems.Of(told, lexicon).ToHashSet(StringComparer.Ordinal);
        return said.Count > 0 && (double)said.Count(known.Contains) / said.Count >= SameExperience;
    }

    /// <summary>Mail addresses, telephone numbers, account and card numbers, network addresses.</summary>
    [GeneratedRegex(
        @"[\w.+-]+@[\w-]+\.[\w.]+|\b[\w.+-]+\s?[\[(]at[\])]\s?[\w-]+\b|(?<![\d.,])\+?\(?\d(?:[ .()/-]{0,2}\d){8,15}(?![\d.,]\d)|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}\b|\b\d{1,3}(?:\.\d{1,3}){3}\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Personal();
}
