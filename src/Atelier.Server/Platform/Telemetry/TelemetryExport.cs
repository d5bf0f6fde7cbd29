using System.Globalization;
using Atelier.JobEngine;
using Atelier.Platform.Processes;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Atelier.Platform.Telemetry;

/// <summary>
/// Sends spans and measurements to the collector that is set. Its queues are bounded and drop what they cannot hold: work
/// never waits for a collector.
/// </summary>
internal sealed class TelemetryExport(IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    private const int FlushMilliseconds = 3000;

    private static readonly string[] Meters =
    [
        JobTelemetry.Name,
        "Atelier.Agents",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Http.Connections", // open sockets
        "System.Runtime",
        "Npgsql",
    ];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value is not { OtlpEndpoint: { } endpoint } settings)
            return Task.CompletedTask;
        var instance = string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.MachineName}:{Environment.ProcessId}"
        );
        var version = typeof(TelemetryExport).Assembly.GetName().Version?.ToString();
        var resource = ResourceBuilder
            .CreateDefault()
            .AddService(settings.ServiceName, serviceVersion: version, serviceInstanceId: instance);
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.TraceShare)))
            .AddSource("Microsoft.AspNetCore", JobTelemetry.Name, ChildProcess.SpansName, "Atelier.Agents")
            .AddOtlpExporter(otlp => Address(otlp, endpoint, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Meters)
            .AddOtlpExporter(
                (otlp, reader) =>
                {
                    Address(otlp, endpoint, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds =
                        settings.MetricsSeconds * 1000;
                }
            )
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                _traces?.Shutdown(FlushMilliseconds);
                _metrics?.Shutdown(FlushMilliseconds);
            },
            CancellationToken.None
        );

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void Address(OtlpExporterOptions otlp, Uri endpoint, string signal)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{signal}");
        otlp.TimeoutMilliseconds = 5000;
        if (options.Value.OtlpHeaders is { Length: > 0 } headers)
            otlp.Headers = headers;
    }
}
