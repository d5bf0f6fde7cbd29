using System.Globalization;
using System.Text.Json;

namespace Atelier.Generation;

/// <summary>
/// The videos API that OpenAI began and vLLM-Omni, SGLang and others speak. They leave out fields, add states, and some
/// know a clip only in their list.
/// </summary>
internal sealed class OpenAIVideoApi(VideoOptions options, ProviderHttp http) : IVideoApi
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    public async Task<string> SubmitAsync(ClipOrder order, CancellationToken cancel)
    {
        var plan = order.Plan;
        // A form, because vLLM-Omni takes nothing else.
        var form = new MultipartFormDataContent
        {
            { new StringContent(options.Model!), "model" },
            { new StringContent(plan.Prompt), "prompt" },
            { new StringContent(plan.Seconds.ToString(CultureInfo.InvariantCulture)), "seconds" },
            { new StringContent(string.Create(CultureInfo.InvariantCulture, $"{plan.Width}x{plan.Height}")), "size" },
        };
        var request = new HttpRequestMessage(HttpMethod.Post, http.At("/videos")) { Content = form };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", order.Key.ToString("D"));
        var answer = await http.AskAsync(request, cancel, mayBeAbsent: false);
        return answer.Body.Text("id") ?? throw new FailureException(ProviderErrors.NotAnAnswer);
    }

    public async Task<string?> FindAsync(ClipOrder order, IReadOnlySet<string> taken, CancellationToken cancel)
    {
        var oldest = (order.DecidedAt - ClockSkew).ToUnixTimeSeconds();
        var found = (await ListAsync(cancel)).FirstOrDefault(clip =>
            clip.Text("prompt") == order.Plan.Prompt
            && clip.Number("created_at") >= oldest
            && clip.Text("id") is { } id
            && !taken.Contains(id)
        );
        return found.Text("id");
    }

    public async Task<ClipStatus> LookAsync(string id, CancellationToken cancel)
    {
        var answer = await http.AskAsync(new(HttpMethod.Get, At(id)), cancel);
        var clip = answer.IsAbsent
            ? (await ListAsync(cancel)).FirstOrDefault(listed => listed.Text("id") == id)
            : answer.Body;
        if (answer.IsAbsent && clip.ValueKind is JsonValueKind.Undefined)
            return new(ClipState.Lost);
        var pause =
            answer.Headers.TryGetValues("openai-poll-after-ms", out var values)
            && int.TryParse(values.First(), CultureInfo.InvariantCulture, out var ms)
                ? TimeSpan.FromMilliseconds(ms)
                : default(TimeSpan?);
        return Status(id, clip) with { AskAgainAfter = pause };
    }

    /// <summary>There is no other way to stop a clip than to delete it, finished or not.</summary>
    public async Task<ClipStatus> CancelAsync(string id, CancellationToken cancel)
    {
        await http.AskAsync(new(HttpMethod.Delete, At(id)), cancel);
        return new(ClipState.Cancelled);
    }

    private Uri At(string id) => http.At($"/videos/{Uri.EscapeDataString(id)}");

    private ClipStatus Status(string id, JsonElement clip)
    {
        var progress = clip.Number("progress") / 100;
        return clip.Text("status") switch
        {
            "queued" or "pending" => new(ClipState.Queued, progress),
            "completed" or "succeeded" => new(ClipState.Succeeded, 1)
            {
                Output = http.At($"/videos/{Uri.EscapeDataString(id)}/content"),
            },
            "failed" => Failed(clip),
            "cancelled" or "canceled" => new(ClipState.Cancelled),
            _ => new(ClipState.Running, progress), // in_progress, and whatever a server invents on the way
        };
    }

    private static ClipStatus Failed(JsonElement clip)
    {
        var (code, message) = ProviderErrors.Words(clip);
        return new(ClipState.Failed, Failure: ProviderErrors.OfClip(code, message));
    }

    private async Task<JsonElement[]> ListAsync(CancellationToken cancel)
    {
        var answer = await http.AskAsync(new(HttpMethod.Get, http.At("/videos?limit=100&order=desc")), cancel);
        return [.. answer.Body.Field("data").Items()];
    }
}
