using System.ComponentModel.DataAnnotations;
using Atelier.Platform.Errors;

namespace Atelier.Campaigns;

/// <param name="Experience">What may be said of the person's own experience; nothing else is claimed.</param>
/// <param name="ClaimsConfirmed">You confirm that what the persona says of itself is true.</param>
public sealed record PersonaRequest(
    [property: StringLength(80, MinimumLength = 1), RegularExpression(CampaignWords.NotBlank)] string Name,
    [property: StringLength(300)] string? Voice = null,
    [property: StringLength(1000)] string? Background = null,
    [property: MaxLength(20)] IReadOnlyList<string>? Experience = null,
    bool ClaimsConfirmed = false
);

/// <summary>What both requests about a campaign say, read into a plan or refused.</summary>
internal static class CampaignWords
{
    public const string NotBlank = @"(?s).*\S.*";

    private const int LongestLine = 300;

    public static Persona Of(PersonaRequest persona) =>
        new(
            persona.Name.Trim(),
            persona.Voice?.Trim() ?? "",
            persona.Background?.Trim() ?? "",
            Lines(persona.Experience),
            persona.ClaimsConfirmed
        );

    public static IReadOnlyList<string> Lines(IReadOnlyList<string>? lines) =>
        [
            .. (lines ?? [])
                .Select(line => line.Trim())
                .Where(line => line.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>What attributes cannot say: the form of what is in the lists.</summary>
    public static Problem? Objection(CampaignPlan plan)
    {
        var lists = new (string Field, IReadOnlyList<string> Lines)[]
        {
            ("keywords", plan.Keywords),
            ("seeds", plan.Seeds),
            ("allowedLinks", plan.AllowedLinks),
            ("campaignDomains", plan.CampaignDomains),
            ("persona.experience", plan.Persona.Experience),
        };
        foreach (var (field, lines) in lists)
            if (lines.Any(line => line.Length > LongestLine))
                return Problem.Invalid(field, $"Each entry has at most {LongestLine} characters.");
        foreach (var (field, lines) in lists.Where(list => list.Field is "seeds" or "allowedLinks"))
            if (lines.FirstOrDefault(line => !IsWebAddress(line)) is { } odd)
                return Problem.Invalid(field, $"'{odd}' is not a web address: it begins with https:// or http://.");
        if (plan.CampaignDomains.Any(domain => Uri.CheckHostName(domain) is not UriHostNameType.Dns))
            return Problem.Invalid("campaignDomains", "Each entry is the name of a host, such as example.org.");
        return null;
    }

    private static bool IsWebAddress(string line) =>
        Uri.TryCreate(line, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0;
}
