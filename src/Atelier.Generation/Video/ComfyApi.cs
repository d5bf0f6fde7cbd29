using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Generation;

/// <summary>
/// ComfyUI: a graph goes in under an id of our own, and the files it wrote come out of its history, which it forgets
/// when it restarts.
/// </summary>
internal sealed class ComfyApi(VideoOptions options, ProviderHttp http) : IVideoApi
{
    private static readonly string[] FileLists = ["videos", "gifs", "images"];
    private static readonly string[] FilmEndings = [".mp4", ".webm", ".mov", ".mkv"];

    private readonly ComfyProgress _progress = new(http);
    private readonly JsonObject _graph = RequestTemplate.Read(options.TemplateFile!);

    public async Task<string> SubmitAsync(ClipOrder order, CancellationToken cancel)
    {
        var id = IdOf(order);
        var body = new JsonObject
        {
            ["prompt"] = RequestTemplate.Fill(_graph, order.Plan),
            ["prompt_id"] = id,
            ["client_id"] = id,
        };
        var request = new HttpRequestMessage(HttpMethod.Post, http.At("/prompt"))
        {
            Content = JsonContent.Create(body),
        };
        return (await http.AskAsync(request, cancel, mayBeAbsent: false)).Body.Text("prompt_id") ?? id;
    }

    public async Task<string?> FindAsync(ClipOrder order, IReadOnlySet<string> taken, CancellationToken cancel) =>
        await LookAsync(IdOf(order), cancel) is { State: ClipState.Lost } ? null : IdOf(order);

    public async Task<ClipStatus> LookAsync(string id, CancellationToken cancel)
    {
        if (await EndedAsync(id, cancel) is { } ended)
            return ended;
        var queue = (await http.AskAsync(new(HttpMethod.Get, http.At("/queue")), cancel)).Body;
        if (Holds(queue.Field("queue_running"), id))
            return new(ClipState.Running, _progress.Of(id));
        if (Holds(queue.Field("queue_pending"), id))
            return new(ClipState.Queued);
        // It may have ended between the two questions; what is in neither place after that is lost, never done.
        return await EndedAsync(id, cancel) ?? new(ClipState.Lost);
    }

    public Task ListenAsync(string id, CancellationToken stop) => _progress.ListenAsync(id, stop);

    public async Task<ClipStatus> CancelAsync(string id, CancellationToken cancel)
    {
        switch (await LookAsync(id, cancel))
        {
            case { IsFinal: true, State: not ClipState.Lost } ended:
                return ended;
            case { State: ClipState.Running }: // older servers stop whatever runs, so it must be this one
                await PostAsync("/interrupt", new JsonObject { ["prompt_id"] = id }, cancel);
                break;
            default:
                await PostAsync("/queue", new JsonObject { ["delete"] = new JsonArray(id) }, cancel);
                break;
        }
        return await EndedAsync(id, cancel) ?? new(ClipState.Cancelled);
    }

    private static string IdOf(ClipOrder order) => order.Key.ToString("D");

    private async Task PostAsync(string path, JsonObject body, CancellationToken cancel) =>
        await http.AskAsync(new(HttpMethod.Post, http.At(path)) { Content = JsonContent.Create(body) }, cancel);

    /// <summary>Each entry is a list whose second item is the id.</summary>
    private static bool Holds(JsonElement queue, string id) =>
        queue.Items().Any(entry => entry.Items().Skip(1).FirstOrDefault().Text() == id);

    private async Task<ClipStatus?> EndedAsync(string id, CancellationToken cancel)
    {
        var answer = await http.AskAsync(new(HttpMethod.Get, http.At($"/history/{Uri.EscapeDataString(id)}")), cancel);
        var entry = answer.Body.Field(id);
        if (entry.ValueKind is not JsonValueKind.Object)
            return null;
        var messages = entry.Field("status").Field("messages").Items().ToArray();
        if (Message(messages, "execution_interrupted").ValueKind is not JsonValueKind.Undefined)
            return new(ClipState.Cancelled);
        if (entry.Field("status").Text("status_str") == "error")
            return new(
                ClipState.Failed,
                Failure: ProviderErrors.OfClip(null, Message(messages, "execution_error").Text("exception_message"))
            );
        return Film(entry.Field("outputs")) is { } film
            ? new(ClipState.Succeeded, 1) { Output = film }
            : new(ClipState.Failed, Failure: ProviderErrors.OfClip(null, "the graph wrote no film"));
    }

    private static JsonElement Message(JsonElement[] messages, string name) =>
        messages
            .FirstOrDefault(message => message.Items().FirstOrDefault().Text() == name)
            .Items()
            .Skip(1)
            .FirstOrDefault();

    private Uri? Film(JsonElement outputs)
    {
        if (outputs.ValueKind is not JsonValueKind.Object)
            return null;
        var file = outputs
            .EnumerateObject()
            .SelectMany(node => FileLists.SelectMany(list => node.Value.Field(list).Items()))
            .FirstOrDefault(file =>
                file.Text("filename") is { } name
                && FilmEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            );
        return file.Text("filename") is not { } filename
            ? null
            : http.At(
                $"/view?filename={Uri.EscapeDataString(filename)}"
                    + $"&subfolder={Uri.EscapeDataString(file.Text("subfolder") ?? "")}"
                    + $"&type={Uri.EscapeDataString(file.Text("type") ?? "output")}"
            );
    }
}
