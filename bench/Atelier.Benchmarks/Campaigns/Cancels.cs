using System.Diagnostics;
using System.Text.Json.Nodes;
using Atelier.Cli.Demo;

namespace Atelier.Benchmarks.Campaigns;

/// <param name="Answered">Milliseconds from sending the cancel to its answer.</param>
/// <param name="Silent">Milliseconds from sending it until the model saw its last caller hang up.</param>
/// <param name="Ended">Milliseconds until the campaign said that it is cancelled.</param>
/// <param name="Calls">Requests that were under way.</param>
/// <param name="Late">Requests that were begun after the cancel was answered.</param>
internal sealed record Cancel(double Answered, double Silent, double Ended, int Calls, int Late);

/// <summary>Campaigns that are cancelled at random moments, with a model in the middle of its answer.</summary>
internal sealed class Cancels(StudioClient studio, SlowModel model)
{
    private const int MostQuick = 12; // as far as into the drafts
    private const int LongestWait = 2000; // milliseconds into the answer
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(1);

    public async Task<Cancel> MeasureAsync(Random chance)
    {
        model.BeQuick(chance.Next(MostQuick));
        var id = StudioClient.Text(await studio.PostAsync("campaigns", Plan(), default), "id");
        await studio.PostAsync($"campaigns/{id}/start", null, default);
        await UntilAsync(() => Task.FromResult(model.Open > 0));
        await Task.Delay(chance.Next(LongestWait));

        var (calls, sent) = (model.Open, Stopwatch.GetTimestamp());
        await studio.PostAsync($"campaigns/{id}/cancel", null, default);
        var (answered, begun) = (Stopwatch.GetElapsedTime(sent), model.Begun);
        await UntilAsync(() => Task.FromResult(model.Open == 0));
        var silent = Stopwatch.GetElapsedTime(sent, model.LastHangUp);
        await UntilAsync(async () => await StateAsync(id) == "cancelled");
        var ended = Stopwatch.GetElapsedTime(sent);
        await Task.Delay(Afterwards);
        return new(
            answered.TotalMilliseconds,
            silent.TotalMilliseconds,
            ended.TotalMilliseconds,
            calls,
            model.Begun - begun
        );
    }

    public static JsonObject Plan() =>
        new()
        {
            ["name"] = "School gardens",
            ["topic"] = "Growing vegetables in a garden",
            ["keywords"] = new JsonArray("garden", "vegetables", "compost", "children"),
            ["persona"] = new JsonObject { ["name"] = "Marta Vance" },
            ["affiliation"] = "Kerbside Seeds",
            ["disclosure"] = "I work for Kerbside Seeds.",
            ["maxPosts"] = 12,
        };

    private async Task<string> StateAsync(string campaign) =>
        StudioClient.Text(await studio.GetAsync($"campaigns/{campaign}", default), "state");

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException("The campaign does not come to its model, or does not leave it.");
            await Task.Delay(2);
        }
    }
}
