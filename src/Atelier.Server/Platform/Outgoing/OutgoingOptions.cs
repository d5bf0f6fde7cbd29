using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;

namespace Atelier.Platform.Outgoing;

/// <summary>Section <c>Atelier:Outgoing</c>: where the studio may call on behalf of its people.</summary>
internal sealed class OutgoingOptions : IValidatableObject
{
    public const string Section = "Atelier:Outgoing";

    /// <summary>Ports of servers on the Internet that may be called, with blanks between.</summary>
    [Required, RegularExpression("[0-9]{1,5}( [0-9]{1,5})*", ErrorMessage = "Numbers with a blank between.")]
    public string Ports { get; set; } = "80 443";

    /// <summary>
    /// Inside servers that may be called at any port: names, addresses or networks such as <c>10.1.0.0/16</c>.
    /// Everything else that is not on the public Internet is refused.
    /// </summary>
    public IReadOnlyList<string> Allow { get; set; } = [];

    public bool IsPort(int port) => Ports.Split(' ').Contains(port.ToString(CultureInfo.InvariantCulture));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Allow.FirstOrDefault(entry => !IsNetwork(entry) && !IsName(entry)) is { } wrong)
            yield return new($"'{wrong}' is neither a name nor an address nor a network.", [nameof(Allow)]);
    }

    public static bool IsNetwork(string entry) => IPAddress.TryParse(entry, out _) || IPNetwork.TryParse(entry, out _);

    private static bool IsName(string entry) => Uri.CheckHostName(entry) is UriHostNameType.Dns;
}
