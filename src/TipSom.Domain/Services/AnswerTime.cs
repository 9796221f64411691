namespace TipSom.Domain.Services;

/// <summary>How long a provider took to answer, over its latest referrals.</summary>
/// <param name="Median">The time within which half of them were answered.</param>
/// <param name="Answers">How many it rests on.</param>
public sealed record AnswerTime(TimeSpan Median, int Answers)
{
    /// <summary>With fewer answers the median says nothing.</summary>
    public const int FewestAnswers = 3;

    /// <summary>The median, where it rests on enough answers.</summary>
    public TimeSpan? Known => Answers >= FewestAnswers ? Median : null;
}
