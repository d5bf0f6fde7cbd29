using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Atelier.Platform.Edge;

/// <summary>Section <c>Atelier:Http</c>: whom the studio listens to, and how long.</summary>
internal sealed class EdgeOptions : IValidatableObject
{
    public const string Section = "Atelier:Http";

    /// <summary>Other sites whose pages may call the API, as in <c>https://app.example.org</c>.</summary>
    public List<string> Origins { get; set; } = [];

    /// <summary>Reverse proxies that are believed about who asks: addresses, or networks as in <c>10.0.0.0/8</c>.</summary>
    public List<string> Proxies { get; set; } = [];

    /// <summary>Seconds after which a request is given up; live connections and downloads last longer.</summary>
    [Range(1, 600)]
    public int RequestSeconds { get; set; } = 30;

    /// <summary>Connections at a time, live ones included.</summary>
    [Range(10, 1_000_000)]
    public int MostConnections { get; set; } = 10_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        foreach (var origin in Origins.Where(origin => !IsOrigin(origin)))
            yield return new($"'{origin}' is not an origin like https://app.example.org.", [nameof(Origins)]);
        foreach (
            var proxy in Proxies.Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
        )
            yield return new($"'{proxy}' is neither an address nor a network like 10.0.0.0/8.", [nameof(Proxies)]);
    }

    /// <summary>Scheme, host and port as browsers write them: never a wildcard, no path.</summary>
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && text == uri.GetLeftPart(UriPartial.Authority);
}
