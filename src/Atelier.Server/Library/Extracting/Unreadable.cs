using Atelier.JobEngine;

namespace Atelier.Library.Extracting;

/// <summary>Why a file gives no text: a stable code and a sentence for its owner. Trying again would not help.</summary>
internal sealed class Unreadable(string code, string message) : JobFailure(code, message, retryable: false)
{
    public static Unreadable Damaged(string what) => new("document_damaged", $"The file is damaged: {what}");

    public static Unreadable Empty() => new("document_empty", "There is no text in this file.");

    public static Unreadable Encrypted() =>
        new("document_encrypted", "The file is locked with a password. Save it without one and bring it again.");

    public static Unreadable Protected() =>
        new("document_copy_protected", "The file's maker forbids taking text out of it.");

    public static Unreadable Rights(string scheme) =>
        new("document_drm", $"The book is under rights management ({scheme}), which only its seller's programs open.");

    public static Unreadable Bomb(string what) =>
        new("document_bomb", $"The file unpacks to far more than it is: {what}");

    public static Unreadable Unsafe(string what) => new("document_unsafe", $"The file is not what it seems: {what}");

    public static Unreadable TooComplex(string what) => new("document_too_complex", what);

    public static Unreadable TooCostly() =>
        new("document_too_costly", "Reading this file took longer or more memory than a document may take.");

    public static Unreadable NotText(string why) => new("document_not_text", why);

    public static Unreadable TooLong() =>
        new("text_too_long", $"The file holds more than {TextDraft.LongestText / 1_000_000} million characters.");
}
