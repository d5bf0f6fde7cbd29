using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Atelier.Webhooks;

/// <summary>Section <c>Atelier:Webhooks</c>: how people's own servers are told.</summary>
internal sealed class WebhookOptions
{
    public const string Section = "Atelier:Webhooks";

    private const string Time = @"\d{1,2}:\d\d:\d\d(\.\d+)?";

    /// <summary>Webhooks that one person can have.</summary>
    [Range(1, 1000)]
    public int MostPerPerson { get; set; } = 20;

    /// <summary>How long a receiver may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The waits after the first failure, the second and so on, with blanks between; then it is given up.</summary>
    [Required, RegularExpression($"{Time}( {Time}){{0,15}}", ErrorMessage = "Times (hh:mm:ss) with a blank between.")]
    public string RetryAfter { get; set; } = "00:00:05 00:01:00 00:05:00 00:30:00 02:00:00 06:00:00";

    /// <summary>Deliveries that are done with are kept in the log for so many days.</summary>
    [Range(1, 365)]
    public int KeepDays { get; set; } = 14;

    public IReadOnlyList<TimeSpan> Waits =>
        [.. RetryAfter.Split(' ').Select(wait => TimeSpan.Parse(wait, CultureInfo.InvariantCulture))];
}
