using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Atelier.Platform.Outgoing;

/// <summary>Reads an address that somebody gave. What two readers could understand differently is none.</summary>
internal static partial class Destination
{
    public const int Longest = 2048;

    /// <returns>False for anything but a plain http or https address with a host.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        if (text.Length > Longest || !Plain().IsMatch(text) || Hidden().IsMatch(text))
            return false;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var parsed) || !IsWeb(parsed) || parsed.UserInfo is not "")
            return false;
        if (HostOf(parsed) is "")
            return false;
        address = parsed;
        return true;
    }

    /// <summary>As it is looked up: in ASCII, lower case, without the root's dot and an address's brackets.</summary>
    public static string HostOf(Uri address) => Clean(address.IdnHost);

    public static string Clean(string host) => host.Trim('[', ']').TrimEnd('.').ToLowerInvariant();

    private static bool IsWeb(Uri address) =>
        address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;

    [GeneratedRegex(@"\Ahttps?://[^\s\\/?#@%]+([/?#][^\s\\]*)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Plain();

    [GeneratedRegex(@"[\p{Cc}\p{Cf}]|%[01][0-9a-f]|%7f", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();
}
