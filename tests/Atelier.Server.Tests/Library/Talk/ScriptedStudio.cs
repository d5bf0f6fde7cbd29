using Atelier.Generation;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Library.Talk;

/// <summary>A studio whose characters speak through a scripted model.</summary>
public sealed class ScriptedStudio : CharacterStudio
{
    internal ScriptedModel Model { get; } = new();

    internal override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        builder.Services.AddSingleton(new GenerationModels(Model, null));
    }

    /// <summary>A chat with somebody of a planted novel.</summary>
    internal async Task<(Person Person, PlantedNovel Novel, Guid Chat)> MartaAsync(int? horizon = null)
    {
        var person = await RegisterAsync();
        var novel = await PlantedNovel.PlantAsync(this, person);
        var marta = Id(await FromAsync(person, novel, PlantedNovel.Marta));
        return (person, novel, await ChatAsync(person, marta, new { horizon }));
    }
}
