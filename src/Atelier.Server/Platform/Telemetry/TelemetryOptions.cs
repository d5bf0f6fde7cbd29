using System.ComponentModel.DataAnnotations;

namespace Atelier.Platform.Telemetry;

/// <summary>Section <c>Atelier:Telemetry</c>: where traces and metrics are sent.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Atelier:Telemetry";

    /// <summary>A collector that takes OTLP over HTTP, such as http://127.0.0.1:4318. Without one nothing is sent.</summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>Sent with every export: <c>name=value</c>, with commas between. Belongs in the environment.</summary>
    public string OtlpHeaders { get; set; } = "";

    /// <summary>Seconds between two exports of metrics.</summary>
    [Range(1, 3600)]
    public int MetricsSeconds { get; set; } = 60;

    /// <summary>The share of traces that are recorded, by trace: 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double TraceShare { get; set; } = 1;

    /// <summary>What this studio is called among others.</summary>
    [Required]
    public string ServiceName { get; set; } = "atelier";
}
