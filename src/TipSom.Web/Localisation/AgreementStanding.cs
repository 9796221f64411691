using TipSom.Domain.Agreements;

namespace TipSom.Web.Localisation;

/// <summary>Where an agreement stands on a day, in a word and a kind of tag.</summary>
/// <param name="Text">Key of the words; <c>{0}</c> is <paramref name="Days"/>.</param>
/// <param name="Days">Days until its last day.</param>
/// <param name="Tag">Kind of tag.</param>
public sealed record AgreementStanding(string Text, int Days, string Tag)
{
    /// <summary>An agreement that ends within so many days is marked.</summary>
    public const int WarnsBefore = 30;

    /// <summary>What is said where no agreement covers a service.</summary>
    public static AgreementStanding None { get; } = new("no agreement", 0, "neutral");

    public static AgreementStanding Of(Agreement agreement, DateOnly day)
    {
        var left = agreement.InForceTo is { } last ? last.DayNumber - day.DayNumber : int.MaxValue;
        if (agreement.Status == AgreementStatus.Refused)
            return new("not approved", 0, "neutral");
        return agreement.StandingProblem(day) is { } problem ? new(WordOf(problem), 0, TagOf(problem)) : left switch
        {
            0 => new("ends today", 0, "warn"),
            1 => new("ends tomorrow", 1, "warn"),
            <= WarnsBefore => new("ends in {0} days", left, "warn"),
            _ => new("in force", left, "good")
        };
    }

    /// <summary>Why it carries nothing, in a word.</summary>
    public static string WordOf(AgreementProblem problem) => problem switch
    {
        AgreementProblem.NotApproved => "proposed",
        AgreementProblem.NotYetInForce => "not yet in force",
        AgreementProblem.Expired => "expired",
        AgreementProblem.Suspended => "suspended",
        AgreementProblem.Ended => "ended",
        _ => throw new InvalidOperationException($"{problem} is not about the day.")
    };

    private static string TagOf(AgreementProblem problem) => problem is AgreementProblem.NotYetInForce or AgreementProblem.NotApproved ? "info" : "bad";
}
