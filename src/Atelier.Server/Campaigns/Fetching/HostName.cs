using Atelier.Platform.Errors;
using Atelier.Platform.Outgoing;

namespace Atelier.Campaigns.Fetching;

/// <summary>By which name a host is known in lists and in turns.</summary>
internal static class HostName
{
    public static Problem Unreadable => Problem.Invalid("host", "This is not the name of a host.");

    /// <summary>The host as one waits for it: both schemes' own ports are one server, any other port another.</summary>
    public static string Of(Uri address)
    {
        var host = Destination.HostOf(address);
        if (address.Port is 80 or 443)
            return host;
        return host.Contains(':') ? $"[{host}]:{address.Port}" : $"{host}:{address.Port}";
    }

    /// <returns>What a person wrote, a name or an address, as <see cref="Of"/> writes it; null when it is neither.</returns>
    public static string? Read(string text)
    {
        var trimmed = text.Trim();
        var address = trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : $"http://{trimmed}/";
        return Destination.TryParse(address, out var parsed) ? Of(parsed) : null;
    }

    /// <summary>The names under which an entry for this host may stand: itself, without its port, and all above it.</summary>
    public static IReadOnlyList<string> Covering(Uri address)
    {
        var host = Destination.HostOf(address);
        var names = new List<string> { Of(address) };
        if (Of(address) != host)
            names.Add(host);
        if (address.HostNameType is UriHostNameType.Dns)
            for (var dot = host.IndexOf('.'); dot >= 0; dot = host.IndexOf('.', dot + 1))
                names.Add(host[(dot + 1)..]);
        return names;
    }
}
