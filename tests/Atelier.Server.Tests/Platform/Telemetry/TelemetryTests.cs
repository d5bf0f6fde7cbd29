using System.Net.Http.Json;

namespace Atelier.Platform.Telemetry;

public sealed class TelemetryTests(CollectedStudio studio) : IClassFixture<CollectedStudio>
{
    private sealed record Span(string Name, string Trace, string Id, string Parent, string? Job);

    [Fact]
    public async Task A_trace_leads_from_the_request_through_the_job_to_the_child_process()
    {
        var job = await CountAsync();
        await studio.ReachAsync(job, "succeeded");

        var run = await SpanAsync(span => span.Job == $"{job}");
        var tool = await SpanAsync(span => span.Name == "run qpdf" && span.Trace == run.Trace);
        var step = await SpanAsync(span => span.Id == tool.Parent);
        var request = await SpanAsync(span => span.Id == run.Parent);

        Assert.Equal(("step", run.Id, "test.count_pages.v1"), (step.Name, step.Parent, run.Name));
        Assert.Equal("POST /test/count", request.Name);
        Assert.Single(new[] { tool, step, run, request }.Select(span => span.Trace).Distinct());
        Assert.Contains(
            studio.Scopes,
            line =>
                line.StartsWith("Counting. ", StringComparison.Ordinal)
                && line.Contains($"{job}", StringComparison.Ordinal)
                && line.Contains(run.Trace, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Queues_waits_runs_and_connections_are_measured()
    {
        await studio.EnqueueAsync("a lane that nobody works on");
        await studio.ReachAsync(await CountAsync(), "succeeded");
        HashSet<string> wanted =
        [
            "atelier.job.queue.depth",
            "atelier.job.queue.age",
            "atelier.job.wait.duration",
            "atelier.job.run.duration",
            "atelier.job.running",
            "kestrel.active_connections",
            "http.server.request.duration",
        ];

        await ArriveUntilAsync(() => wanted.IsSubsetOf(Sent("/v1/metrics").Select(metric => metric[1].First().Text)));
        var export = studio.Collector.All.First(message => message.Path == "/v1/metrics");

        Assert.Equal("application/x-protobuf", export.Headers["Content-Type"]);
        Assert.Equal("studio", export.Headers["x-tenant"]);
        var resource = new ProtobufReader(export.Body)[1].First()[1].First();
        var name = resource[1].Single(attribute => attribute[1].First().Text == "service.name");
        Assert.Equal("atelier", name[2].First()[1].First().Text);
    }

    [Fact]
    public async Task A_collector_that_hangs_holds_up_no_work()
    {
        var held = new TaskCompletionSource();
        studio.Collector.Answer = _ => held.Task;
        try
        {
            for (var i = 0; i < 20; i++)
                await studio.ReachAsync(await CountAsync(), "succeeded");
        }
        finally
        {
            studio.Collector.Answer = _ => Task.CompletedTask;
            held.SetResult();
        }
    }

    private async Task<Guid> CountAsync()
    {
        using var answer = await studio.Stranger.PostAsync(new Uri("/test/count", UriKind.Relative), null, Cancel);
        return await answer.Content.ReadFromJsonAsync<Guid>(Cancel);
    }

    private async Task<Span> SpanAsync(Func<Span, bool> isIt)
    {
        Span? found = null;
        await ArriveUntilAsync(() => (found = Spans().FirstOrDefault(isIt)) is not null);
        return found!;
    }

    /// <summary>The collector hears something every second, if only of metrics.</summary>
    private async Task ArriveUntilAsync(Func<bool> isThere)
    {
        while (!isThere())
            await studio.Collector.ArriveAsync();
    }

    private IEnumerable<Span> Spans() =>
        Sent("/v1/traces")
            .Select(span => new Span(
                span[5].First().Text,
                span[1].First().Hex,
                span[2].First().Hex,
                span[4].FirstOrDefault().Hex,
                span[9]
                    .Where(attribute => attribute[1].First().Text == "atelier.job.id")
                    .Select(attribute => attribute[2].First()[1].First().Text)
                    .SingleOrDefault()
            ));

    /// <summary>The spans or metrics of all exports: those of all scopes of all resources.</summary>
    private IEnumerable<ProtobufReader> Sent(string path) =>
        studio
            .Collector.All.Where(message => message.Path == path)
            .SelectMany(message => new ProtobufReader(message.Body)[1])
            .SelectMany(part => part[2])
            .SelectMany(scope => scope[2]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
