using Atelier.Library.Cards;
using Atelier.Library.Characters.FromDocument;
using Atelier.Platform.Files;
using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.PersonalData;
using Atelier.Platform.Throttling;
using Microsoft.AspNetCore.Mvc;

namespace Atelier.Library.Characters;

/// <summary>Characters: written by hand, taken from a document, brought and taken away as cards.</summary>
internal static class CharacterRoutes
{
    /// <summary>A lorebook is sent whole.</summary>
    private const long LargestCard = 8 << 20;

    public static void AddCharacters(this IServiceCollection services)
    {
        services.AddScoped<CharacterOwners>();
        services.AddScoped<IPersonalData, CharactersPersonalData>();
        services.AddScoped<IAssetReferences, CharacterAssets>();
        services.AddScoped<DossierReader>();
        services.AddSingleton<Portrait>();
        services.AddSingleton<CardDesk>();
    }

    public static void MapCharacters(this IEndpointRouteBuilder api)
    {
        var characters = api.MapGroup("/characters").WithTags("Characters");
        characters
            .MapPost("/", CreateCharacter.Post)
            .Idempotent()
            .WithMetadata(new RequestSizeLimitAttribute(LargestCard))
            .ProducesProblem(400)
            .ProducesProblem(404);
        characters.MapGet("/", ListCharacters.Get).ProducesProblem(400);
        characters
            .MapPost("/import", ImportCharacter.Post)
            .Accepts<Stream>("*/*") // its first bytes tell what it is
            .Throttle(ThrottlePolicy.Generate)
            .WithMetadata(new RequestSizeLimitAttribute(CardLimits.FileBytes))
            .ProducesProblem(404)
            .ProducesProblem(413)
            .ProducesProblem(422);
        characters
            .MapPost("/from-document", CreateFromDocument.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);

        var character = characters
            .MapGroup("/{characterId:guid}")
            .RequireOwner<CharacterOwners>("characterId", "character");
        character.MapGet("/", GetCharacter.Get);
        character
            .MapPatch("/", ChangeCharacter.Patch)
            .WithMetadata(new RequestSizeLimitAttribute(LargestCard))
            .ProducesProblem(400)
            .ProducesProblem(409);
        character.MapDelete("/", DeleteCharacter.Delete);
        character.MapPost("/duplicate", DuplicateCharacter.Post).Idempotent();
        character.MapGet("/avatar", GetAvatar.Get).ProducesFile("image/png", "image/jpeg", "image/webp");
        character
            .MapPut("/avatar", PutAvatar.Put)
            .Accepts<Stream>("*/*") // its first bytes tell what it is
            .WithMetadata(new RequestSizeLimitAttribute(PutAvatar.Largest))
            .ProducesProblem(409)
            .ProducesProblem(413)
            .ProducesProblem(422);
        character
            .MapPost("/avatar/draw", DrawAvatar.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(400)
            .ProducesProblem(409)
            .ProducesProblem(503);
        character
            .MapGet("/export", ExportCharacter.Get)
            .Produces<Stream>(200, "image/png", "application/json", "application/zip")
            .ProducesProblem(400)
            .ProducesProblem(503);
    }
}
