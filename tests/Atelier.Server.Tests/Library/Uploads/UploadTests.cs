using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Atelier.Support;

namespace Atelier.Library.Uploads;

/// <summary>Files that come in parts.</summary>
public sealed class UploadTests(LibraryStudio studio) : IClassFixture<LibraryStudio>
{
    [Fact]
    public async Task Parts_make_the_file_and_the_last_one_makes_the_document()
    {
        var person = await studio.RegisterAsync();
        var file = LibraryStudio.Story();
        var id = await AnnounceAsync(person, file.Length);

        var first = await SendAsync(person, id, 0, file[..50]);
        Assert.Equal((HttpStatusCode.NoContent, "50"), (first.StatusCode, OffsetOf(first)));
        var wrong = await SendAsync(person, id, 40, file[40..]);
        Assert.Equal((HttpStatusCode.Conflict, "50"), (wrong.StatusCode, OffsetOf(wrong)));
        using var head = new HttpRequestMessage(HttpMethod.Head, $"/api/v1/documents/uploads/{id}");
        using var told = await person.Http.SendAsync(head, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.NoContent, "50"), (told.StatusCode, OffsetOf(told)));
        var last = await SendAsync(person, id, 50, file[50..]);

        Assert.Equal(HttpStatusCode.Created, last.StatusCode);
        var document = Guid.Parse(last.Headers.Location!.ToString().Split('/')[^1]);
        Assert.Equal("ready", $"{(await studio.ReadAsync(person, document))["state"]}");
        Assert.Contains("The old keeper", await LibraryStudio.TextAsync(person, document), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"documents/uploads/{id}")).Status);
    }

    [Fact]
    public async Task A_part_that_is_too_much_or_of_another_kind_is_refused_and_nothing_is_lost()
    {
        var person = await studio.RegisterAsync();
        var id = await AnnounceAsync(person, 10);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(person, id, 0, new byte[11])).StatusCode);
        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            (await SendAsync(person, id, 0, new byte[2], "text/plain")).StatusCode
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(person, id, null, new byte[2])).StatusCode);
        var upload = (await person.GetAsync($"documents/uploads/{id}")).Expect(HttpStatusCode.OK);
        Assert.Equal(0, upload["offset"]!.GetValue<long>());
        Assert.Equal(HttpStatusCode.NoContent, (await person.DeleteAsync($"documents/uploads/{id}")).Status);
        (await person.PostAsync("documents/uploads", new { fileName = "a.txt", length = 200_000_000 })).ExpectProblem(
            HttpStatusCode.RequestEntityTooLarge,
            "document_too_large"
        );
    }

    private static async Task<Guid> AnnounceAsync(Person person, long length) =>
        (await person.PostAsync("documents/uploads", new { fileName = "lamp.txt", length })).Expect(
            HttpStatusCode.Created
        )["id"]!.GetValue<Guid>();

    private static async Task<HttpResponseMessage> SendAsync(
        Person person,
        Guid upload,
        long? offset,
        byte[] part,
        string type = "application/offset+octet-stream"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/documents/uploads/{upload}");
        request.Content = new ByteArrayContent(part);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (offset is { } place)
            request.Headers.Add("Upload-Offset", place.ToString(CultureInfo.InvariantCulture));
        return await person.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string OffsetOf(HttpResponseMessage response) =>
        response.Headers.GetValues("Upload-Offset").Single();
}
