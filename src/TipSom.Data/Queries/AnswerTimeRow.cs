namespace TipSom.Data.Queries;

/// <summary>What <c>security.answer_times</c> tells of one service.</summary>
public sealed class AnswerTimeRow
{
    public Guid ProviderServiceId { get; private set; }

    public double MedianSeconds { get; private set; }

    public int Answers { get; private set; }
}
