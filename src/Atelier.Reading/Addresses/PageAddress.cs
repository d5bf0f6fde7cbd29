using System.Text;

namespace Atelier.Reading.Addresses;

/// <summary>One address for one page, however it was linked to.</summary>
public static class PageAddress
{
    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid",
        "gclid",
        "gclsrc",
        "dclid",
        "gbraid",
        "wbraid",
        "msclkid",
        "yclid",
        "igshid",
        "twclid",
        "ttclid",
        "li_fat_id",
        "mc_cid",
        "mc_eid",
        "_hsenc",
        "_hsmi",
        "__hstc",
        "__hssc",
        "__hsfp",
        "vero_id",
        "mkt_tok",
        "oly_anon_id",
        "oly_enc_id",
        "wickedid",
        "ref",
        "ref_src",
        "ref_url",
        "_ga",
        "_gl",
        "spm",
        "cmpid",
        "ncid",
        "s_cid",
        "sr_share",
        "xtor",
    };

    /// <summary>Without what only follows people about: no fragment, no campaign parameters; the others in order.</summary>
    public static Uri Canonical(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            return address;
        var text = new StringBuilder(address.Scheme).Append("://").Append(HostOf(address));
        if (!address.IsDefaultPort)
            text.Append(':').Append(address.Port);
        text.Append(address.AbsolutePath);
        var kept = address
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !Follows(part))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (kept.Count > 0)
            text.Append('?').AppendJoin('&', kept);
        return Uri.TryCreate(text.ToString(), UriKind.Absolute, out var canonical) ? canonical : address;
    }

    /// <returns>
    /// The part of the host that somebody registered: <c>example.co.uk</c> for <c>blog.example.co.uk</c>; for hosts that
    /// lend names to many people, the name lent.
    /// </returns>
    public static string Site(Uri address)
    {
        if (!address.IsAbsoluteUri)
            return "";
        var host = HostOf(address);
        if (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
            return host;
        var labels = host.Split('.');
        var keep = Suffixes.LabelsOf(labels) + 1;
        return labels.Length <= keep ? host : string.Join('.', labels[^keep..]);
    }

    public static bool SameSite(Uri a, Uri b) => string.Equals(Site(a), Site(b), StringComparison.Ordinal);

    private static string HostOf(Uri address)
    {
        var host = address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost;
        return host.ToLowerInvariant().TrimEnd('.');
    }

    private static bool Follows(string part)
    {
        var name = part.Split('=', 2)[0];
        return Tracking.Contains(name)
            || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("pk_", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("mtm_", StringComparison.OrdinalIgnoreCase);
    }
}
