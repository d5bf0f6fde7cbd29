using Atelier.JobEngine;

namespace Atelier.Library.Reading;

/// <summary>Takes the text out of a document's file, makes it searchable and analyses it.</summary>
internal sealed record ReadDocument(Guid DocumentId) : IJobPayload
{
    public static string Kind => "library.read_document.v1";
}

/// <summary>What the finished job answers.</summary>
/// <param name="TextLength">In code points.</param>
internal sealed record ReadResult(Guid DocumentId, int TextLength, int Passages, int Words, int People, int Quotations);
