using Atelier.Books.Authoring;
using Atelier.Books.Editing;
using Atelier.Books.Making;
using Atelier.Books.Publishing.Pages;
using Atelier.Books.Stories;
using Atelier.Drawing.Art;
using Atelier.Drawing.Characters;
using Atelier.Drawing.Composition;
using Atelier.JobEngine;
using Atelier.Jobs.Contracts;
using Atelier.Platform.Database;
using Atelier.Platform.Files;
using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.PersonalData;
using Atelier.Platform.Throttling;

namespace Atelier.Books;

/// <summary>The studio of picture books: a brief, a job that makes the book, and what was made.</summary>
internal static class BooksModule
{
    public static void AddBooks(this IHostApplicationBuilder builder)
    {
        builder.AddModuleDatabase<BooksDb>();
        builder.Services.AddScoped<BookOwners>();
        builder.Services.AddScoped<EveryBooksOwners>();
        builder.Services.AddSingleton(new SweepRule("delete from books.book where deleted_at < $1", Book.UndoFor));
        builder.Services.AddEditing();
        builder.Services.AddScoped<IPersonalData, BooksPersonalData>();
        builder.Services.AddScoped<IAssetReferences, BookAssets>();
        builder.Services.AddScoped<IBatchWork, BatchOfBooks>();
        builder.Services.AddJobHandler<MakeBook, MakeBookHandler>(lane: "books");
        builder.Services.AddSingleton<StoryEngine>();
        builder.AddAuthoring();
        builder.Services.AddSingleton(services => new BookIllustrator(
            services.GetRequiredService<Illustrator>(),
            services.GetRequiredService<VisualLexicon>(),
            services.GetRequiredService<CharacterArtist>().Draw
        ));
        builder.Services.AddSingleton<Workshop>();
        builder.Services.AddSingleton<BookShelf>();
    }

    public static void MapBooks(this IEndpointRouteBuilder api)
    {
        var books = api.MapGroup("/books").WithTags("Books");
        books.MapPost("/", CreateBook.Post).Idempotent().ProducesProblem(404);
        books.MapGet("/", ListBooks.Get).ProducesProblem(400);
        books
            .MapGroup("/{bookId:guid}")
            .RequireOwner<EveryBooksOwners>("bookId", "book")
            .MapPost("/restore", RestoreBook.Post);

        var book = books.MapGroup("/{bookId:guid}").RequireOwner<BookOwners>("bookId", "book");
        book.MapGet("/", GetBook.Get);
        book.MapPatch("/", ChangeBook.Patch).ProducesProblem(400).ProducesProblem(409);
        book.MapDelete("/", DeleteBook.Delete);
        book.MapPost("/generate", GenerateBook.Post)
            .Idempotent()
            .Throttle(ThrottlePolicy.Generate)
            .ProducesProblem(409);
        book.MapGet("/status", GetBookStatus.Get);
        book.MapGet("/pages", ListPages.Get);
        book.MapEditing();
        book.MapGet("/pages/{number:int}/svg", GetPageImage.Svg).ProducesFile("image/svg+xml");
        book.MapGet("/pages/{number:int}/png", GetPageImage.Png).ProducesFile("image/png");
        book.MapGet("/download", DownloadBook.Get)
            .ProducesFile("application/pdf", "application/epub+zip", "application/json", "image/png")
            .ProducesProblem(400)
            .ProducesProblem(409);
    }
}
