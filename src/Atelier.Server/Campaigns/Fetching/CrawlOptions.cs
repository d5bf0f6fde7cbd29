using System.ComponentModel.DataAnnotations;

namespace Atelier.Campaigns.Fetching;

/// <summary>Section <c>Atelier:Campaigns:Crawl</c>: how the crawler introduces itself and how long it leaves hosts alone.</summary>
internal sealed class CrawlOptions
{
    public const string Section = "Atelier:Campaigns:Crawl";

    /// <summary>What robots.txt files call the crawler: letters, <c>_</c> and <c>-</c>.</summary>
    [Required, RegularExpression("[A-Za-z_-]{3,40}", ErrorMessage = "Letters, _ and -.")]
    public string Bot { get; set; } = "AtelierBot";

    /// <summary>A page that tells the owners of blogs who reads them and why; it goes into the User-Agent.</summary>
    [RegularExpression("https?://[!-'*-~]{3,200}", ErrorMessage = "An http or https address.")]
    public string? About { get; set; }

    /// <summary>Seconds between two requests to a host of the Internet, over all nodes.</summary>
    [Range(5, 3600)]
    public double DelaySeconds { get; set; } = 5;

    /// <summary>The same for hosts that <c>Atelier:Outgoing:Allow</c> names: the house's own.</summary>
    [Range(0, 3600)]
    public double InsideDelaySeconds { get; set; } = 1;

    /// <summary>A site whose robots.txt asks for more seconds between two requests is left out.</summary>
    [Range(5, 3600)]
    public double LongestDelaySeconds { get; set; } = 60;

    /// <summary>Seconds that one request waits for its turn; what would take longer is left out for now.</summary>
    [Range(1, 3600)]
    public double LongestWaitSeconds { get; set; } = 120;

    /// <summary>Minutes for which a host is left alone after three failures in a row.</summary>
    [Range(1, 7 * 24 * 60)]
    public int PauseMinutes { get; set; } = 60;

    public string UserAgent => About is { Length: > 0 } about ? $"{Bot}/1.0 (+{about})" : $"{Bot}/1.0";
}
