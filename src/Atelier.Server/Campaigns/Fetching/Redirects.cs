using Atelier.Platform.Outgoing;

namespace Atelier.Campaigns.Fetching;

/// <summary>Where an answer sends its reader.</summary>
internal static class Redirects
{
    public const int Most = 5;

    public static bool Is(OutgoingAnswer answer) =>
        answer is { Failure: null, Status: 301 or 302 or 303 or 307 or 308 };

    /// <returns>Null where it leads to no plain address, or out of an encrypted connection.</returns>
    public static Uri? Next(OutgoingAnswer answer, Uri from) =>
        Is(answer)
        && answer.Headers.GetValueOrDefault("Location") is { } location
        && Uri.TryCreate(from, location, out var next)
        && Destination.TryParse(next.OriginalString, out var place)
        && (from.Scheme, place.Scheme) is not ("https", "http")
            ? place
            : null;
}
