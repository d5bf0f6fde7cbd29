using System.Text.Json.Nodes;
using Spectre.Console;

namespace Atelier.Cli.Demo;

/// <summary>Shows the progress of a job or a batch until it is done.</summary>
internal static class JobProgress
{
    /// <param name="path">Of the job or batch, such as <c>jobs/ID</c>.</param>
    /// <exception cref="StudioRefusal">It failed, in part too, or was cancelled.</exception>
    public static Task FollowAsync(StudioClient client, string path, string what, CancellationToken ct) =>
        AnsiConsole
            .Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn()
            )
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(what);
                while (true)
                {
                    var work = await client.GetAsync(path, ct);
                    var state = StudioClient.Text(work, "state");
                    var (done, message) = work["progress"] switch
                    {
                        JsonObject job => (job["fraction"]?.GetValue<double>(), job["message"]?.GetValue<string>()),
                        JsonValue batch => (batch.GetValue<double>(), $"{what}, {state}"),
                        _ => (null, null),
                    };
                    bar.Value = 100 * (done ?? 0);
                    bar.Description = Markup.Escape(message ?? state);
                    if (state == "succeeded")
                        return;
                    if (state is "failed" or "cancelled" or "partial")
                        throw new StudioRefusal($"{path}, {what}: {state} {work["error"]}");
                    await Task.Delay(200, ct);
                }
            });
}
