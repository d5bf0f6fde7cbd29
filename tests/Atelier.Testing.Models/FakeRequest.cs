using System.Text.Json;

namespace Atelier.Testing.Models;

/// <summary>A request as the fake received it.</summary>
public sealed record FakeRequest(string Path, string? Authorization, JsonElement Body)
{
    /// <summary>The text of the message that was sent last.</summary>
    public string LastMessage => Messages[^1].Text;

    public IReadOnlyList<(string Role, string Text)> Messages =>
        [
            .. Body.GetProperty("messages")
                .EnumerateArray()
                .Select(message => (message.GetProperty("role").GetString()!, Content(message.GetProperty("content")))),
        ];

    /// <summary>Content is a string or a list of parts.</summary>
    private static string Content(JsonElement content) =>
        content.ValueKind == JsonValueKind.Array
            ? string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()))
            : content.GetString()!;
}
