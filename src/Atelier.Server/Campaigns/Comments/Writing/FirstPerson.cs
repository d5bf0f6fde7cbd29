using System.Collections.Frozen;

namespace Atelier.Campaigns.Comments.Writing;

/// <summary>An experience as its person would say it: "has kept bees" and "kept bees" become "I have kept bees" and "I kept bees".</summary>
internal static class FirstPerson
{
    private static readonly FrozenDictionary<string, string> Said = new Dictionary<string, string>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["has"] = "have",
        ["is"] = "am",
        ["was"] = "was",
        ["had"] = "had",
        ["keeps"] = "keep",
        ["teaches"] = "teach",
        ["runs"] = "run",
        ["works"] = "work",
        ["grows"] = "grow",
        ["writes"] = "write",
        ["makes"] = "make",
        ["builds"] = "build",
        ["bakes"] = "bake",
        ["repairs"] = "repair",
        ["leads"] = "lead",
        ["kept"] = "kept",
        ["taught"] = "taught",
        ["ran"] = "ran",
        ["grew"] = "grew",
        ["wrote"] = "wrote",
        ["made"] = "made",
        ["built"] = "built",
        ["led"] = "led",
        ["spent"] = "spent",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <returns>Null when it is no sentence about somebody, such as "six years in a workshop".</returns>
    public static string? Of(string experience)
    {
        var (verb, rest) = experience.IndexOf(' ') is var at and > 0
            ? (experience[..at], experience[at..])
            : (experience, "");
        return verb is "I" || verb.StartsWith("I'", StringComparison.Ordinal) ? experience
            : Said.TryGetValue(verb, out var said) ? $"I {said}{rest}"
            : verb.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && verb.Length > 4 && rest.Length > 0
                ? $"I {char.ToLowerInvariant(verb[0])}{verb[1..]}{rest}"
            : null;
    }
}
