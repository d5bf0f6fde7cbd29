using Atelier.JobEngine;
using Atelier.Library.Characters;
using Atelier.Library.Talk.Answering;
using Atelier.Library.Talk.Grounding;
using Atelier.Library.Talk.Streaming;
using Atelier.Platform.Database;
using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.Throttling;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Atelier.Library.Talk;

/// <summary>Talks with characters: trees of messages, and answers that are written by jobs and streamed to whoever listens.</summary>
internal static class TalkRoutes
{
    private const string Lane = "talk";

    /// <summary>An answer waits for a model most of its time.</summary>
    private const int AtOnce = 16;

    private static readonly TimeSpan EventsKept = TimeSpan.FromDays(1);

    public static void AddTalk(this IServiceCollection services)
    {
        services.AddScoped<ChatOwners>();
        services.AddScoped<MessageOwners>();
        services.AddScoped<Conversation>();
        services.AddScoped<Retrieval>();
        services.AddScoped<QuotationVoice>();
        services.AddSingleton<ModelVoice>();
        services.AddSingleton<TalkBell>();
        services.AddSingleton<AnswerPen>();
        services.AddSingleton<StoredStream>();
        services.AddJobHandler<AnswerMessage, AnswerMessageHandler>(lane: Lane);
        services.PostConfigure<JobEngineOptions>(jobs => jobs.Lanes.TryAdd(Lane, AtOnce));
        services.AddSingleton(
            new SweepRule(
                """
                delete from library.message_events e using library.messages m
                where m.id = e.message_id and m.state <> 'writing' and e.at < $1
                """,
                EventsKept
            )
        );
    }

    public static void MapTalk(this IEndpointRouteBuilder api)
    {
        var begun = api.MapGroup("/characters/{characterId:guid}/chats")
            .WithTags("Talk")
            .RequireOwner<CharacterOwners>("characterId", "character");
        begun.MapPost("/", CreateChat.Post).Idempotent().ProducesProblem(400);
        begun.MapGet("/", ListChats.Get).ProducesProblem(400);

        var chat = api.MapGroup("/chats/{chatId:guid}").WithTags("Talk").RequireOwner<ChatOwners>("chatId", "chat");
        chat.MapGet("/", GetChat.Get);
        chat.MapPatch("/", ChangeChat.Patch).ProducesProblem(400);
        chat.MapDelete("/", DeleteChat.Delete);
        chat.MapGet("/tree", GetTree.Get);
        chat.MapPut("/path", ChoosePath.Put).ProducesProblem(400);
        chat.MapGet("/export", ExportChat.Get).Produces<Stream>(200, "text/markdown").ProducesProblem(400);
        chat.MapGet("/messages", ListMessages.Get).ProducesProblem(400);
        chat.MapPost("/messages", SendMessage.Post)
            .Streams()
            .Throttle(ThrottlePolicy.Answers)
            .ProducesProblem(400)
            .ProducesProblem(409);

        var message = chat.MapGroup("/messages/{messageId:guid}").RequireOwner<MessageOwners>("messageId", "message");
        message.MapGet("/", GetMessage.Get);
        message.MapGet("/stream", StreamMessage.Get).Streams().ProducesProblem(400).ProducesProblem(409);
        message.MapDelete("/stream", StopMessage.Delete);
        message
            .MapPost("/regenerate", RegenerateMessage.Post)
            .Streams()
            .Throttle(ThrottlePolicy.Answers)
            .ProducesProblem(409);
        message
            .MapPost("/versions", AddVersion.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Answers)
            .ProducesProblem(400)
            .ProducesProblem(409);
    }

    /// <summary>Stays open for as long as there is something to be said.</summary>
    private static RouteHandlerBuilder Streams(this RouteHandlerBuilder route) =>
        route.Produces<string>(200, EventStream.MediaType).WithMetadata(new DisableRequestTimeoutAttribute());
}
