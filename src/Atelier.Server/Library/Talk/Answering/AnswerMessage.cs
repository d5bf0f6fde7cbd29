using Atelier.JobEngine;

namespace Atelier.Library.Talk.Answering;

/// <summary>Writes the answer that a message was made for.</summary>
internal sealed record AnswerMessage(Guid MessageId) : IJobPayload
{
    public static string Kind => "library.answer_message.v1";
}
