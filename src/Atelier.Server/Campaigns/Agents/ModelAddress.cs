using Atelier.Generation;
using Microsoft.Extensions.Options;

namespace Atelier.Campaigns.Agents;

/// <summary>Where the chat model is, as spans name it.</summary>
internal sealed class ModelAddress(IOptions<GenerationOptions> options)
{
    private const string OpenAi = "api.openai.com";

    public string? Server => options.Value.Chat?.Endpoint?.Host;

    /// <summary>A value of the conventions where it is one; others speak the same language elsewhere.</summary>
    public string Provider => Server == OpenAi ? "openai" : "openai_compatible";
}
