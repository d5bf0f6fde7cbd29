using System.Collections.Frozen;

namespace Atelier.Reading.Articles.Tree;

/// <summary>Elements by what they are for.</summary>
internal static class Tags
{
    /// <summary>Nothing in them is text of the page.</summary>
    public static readonly FrozenSet<string> Silent = Set(
        "script style template noscript svg canvas head link meta base title param source track map area datalist dialog frameset"
    );

    /// <summary>Parts of a sentence.</summary>
    public static readonly FrozenSet<string> Phrasing = Set(
        "abbr acronym audio b bdi bdo big br button cite code data dfn em embed font i img input kbd label mark math meter object output progress q ruby rb rt rp s samp select small span strike strong sub sup textarea time tt u var wbr"
    );

    /// <summary>Parts of a sentence if all that is in them is.</summary>
    public static readonly FrozenSet<string> PhrasingOutside = Set("a del ins");

    /// <summary>A division that has one of these inside is no paragraph.</summary>
    public static readonly FrozenSet<string> Blocks = Set("blockquote dl div img ol p pre table ul");

    /// <summary>Where sentences are found.</summary>
    public static readonly FrozenSet<string> Scored = Set("section h2 h3 h4 h5 h6 p td pre");
    public static readonly FrozenSet<string> Headings = Set("h1 h2 h3 h4 h5 h6");
    public static readonly FrozenSet<string> Lists = Set("ul ol");
    public static readonly FrozenSet<string> Embeds = Set("iframe embed object video audio");
    public static readonly FrozenSet<string> Fields = Set("input textarea select button");

    /// <summary>Text before and after them is in other paragraphs.</summary>
    public static readonly FrozenSet<string> Separate = Set(
        "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr caption ul"
    );

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
