using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Atelier.Generation;

/// <summary>Predictions, as Replicate serves them.</summary>
internal sealed partial class ReplicateApi(VideoOptions options, ProviderHttp http) : IVideoApi
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private readonly JsonObject _input = options.TemplateFile is { } file
        ? RequestTemplate.Read(file)
        : new()
        {
            ["prompt"] = "{prompt}",
            ["duration"] = "{seconds}",
            ["width"] = "{width}",
            ["height"] = "{height}",
            ["seed"] = "{seed}",
        };

    public async Task<string> SubmitAsync(ClipOrder order, CancellationToken cancel)
    {
        var body = new JsonObject { ["input"] = RequestTemplate.Fill(_input, order.Plan) };
        var (name, version) = options.Model!.Split(':', 2) is [var before, var after]
            ? (before, after)
            : (options.Model, null);
        if (version is not null)
            body["version"] = version;
        var path = version is null ? $"/models/{name}/predictions" : "/predictions";
        var request = new HttpRequestMessage(HttpMethod.Post, http.At(path)) { Content = JsonContent.Create(body) };
        // The provider stops by itself what nobody may ask for any more.
        request.Headers.TryAddWithoutValidation(
            "Cancel-After",
            string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(options.LongestRenderMinutes)}m")
        );
        var answer = await http.AskAsync(request, cancel, mayBeAbsent: false);
        return answer.Body.Text("id") ?? throw new FailureException(ProviderErrors.NotAnAnswer);
    }

    public async Task<string?> FindAsync(ClipOrder order, IReadOnlySet<string> taken, CancellationToken cancel)
    {
        var sent = RequestTemplate.Fill(_input, order.Plan);
        var answer = await http.AskAsync(new(HttpMethod.Get, http.At("/predictions")), cancel);
        return answer
            .Body.Field("results")
            .Items()
            .Where(clip => Created(clip) >= order.DecidedAt - ClockSkew)
            .Where(clip => JsonNode.DeepEquals(JsonSerializer.SerializeToNode(clip.Field("input")), sent))
            .Select(clip => clip.Text("id"))
            .FirstOrDefault(id => id is not null && !taken.Contains(id));
    }

    public async Task<ClipStatus> LookAsync(string id, CancellationToken cancel)
    {
        var answer = await http.AskAsync(new(HttpMethod.Get, At(id)), cancel);
        return answer.IsAbsent ? new(ClipState.Lost) : Status(answer.Body);
    }

    public async Task<ClipStatus> CancelAsync(string id, CancellationToken cancel)
    {
        var answer = await http.AskAsync(
            new(HttpMethod.Post, http.At($"/predictions/{Uri.EscapeDataString(id)}/cancel")),
            cancel
        );
        return answer.IsAbsent ? new(ClipState.Cancelled) : Status(answer.Body);
    }

    private Uri At(string id) => http.At($"/predictions/{Uri.EscapeDataString(id)}");

    private static ClipStatus Status(JsonElement clip) =>
        clip.Text("status") switch
        {
            "starting" or "queued" => new(ClipState.Queued),
            "succeeded" => Output(clip) is { } file
                ? new(ClipState.Succeeded, 1) { Output = file }
                : new(ClipState.Failed, Failure: ProviderErrors.OfClip(null, "it sent no file")),
            "failed" or "aborted" => new(ClipState.Failed, Failure: ProviderErrors.OfClip(null, clip.Text("error"))),
            "canceled" or "cancelled" => new(ClipState.Cancelled),
            _ => new(ClipState.Running, Percent(clip.Text("logs"))),
        };

    /// <summary>One address, or a list of them.</summary>
    private static Uri? Output(JsonElement clip)
    {
        var output = clip.Field("output");
        var text = output.Text() ?? output.Items().Select(item => item.Text()).FirstOrDefault(item => item is not null);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
    }

    private static DateTimeOffset Created(JsonElement clip) =>
        DateTimeOffset.TryParse(clip.Text("created_at"), CultureInfo.InvariantCulture, out var created)
            ? created
            : DateTimeOffset.MinValue;

    /// <summary>Models tell their progress only in what they print: "45%|####    | 9/20".</summary>
    private static double? Percent(string? logs) =>
        ProgressBar().Matches(logs ?? "") is { Count: > 0 } bars
            ? double.Parse(bars[^1].Groups[1].ValueSpan, CultureInfo.InvariantCulture) / 100
            : null;

    [GeneratedRegex(@"(\d{1,3})%\|")]
    private static partial Regex ProgressBar();
}
