using TipSom.Domain.Identity;

namespace TipSom.Domain.Cases;

public sealed partial class Case
{
    /// <summary>The sentence that refuses any further act on a closed case.</summary>
    public const string ClosedAlready = "This case is closed. Reopen it to change anything.";

    /// <summary>The sentence that refuses to open a case again whose people nobody knows any more.</summary>
    public const string ErasedForGood = "Who the people of this case are was erased. It is not opened again.";

    /// <summary>Refuses a further act where the case is closed; what is recorded beside the case asks this first.</summary>
    public void MustBeOpen()
    {
        if (!IsOpen)
            throw new RuleBrokenException(ClosedAlready);
    }

    /// <summary>
    /// Corrects what the case says of itself, and who should lead it then. A reclassification is an act of its own. The account of what
    /// happened is replaced by <see cref="KeepNarrative"/>. Refuses a closed case.
    /// </summary>
    public void Correct(FactsCorrection facts, Actor by, DateTimeOffset now)
    {
        MustBeOpen();
        RefuseMalformed(facts.StationReference);
        (DistrictCode, Border, StationReference) = (facts.DistrictCode, facts.Border, facts.StationReference);
        ProposedLead = Jurisdiction.ProposedLead(Kind, Border);
        Record(CaseEventKind.FactsCorrected, by, now);
    }

    /// <summary>Is known by the number of its FIR from then on, where it had no number of a station yet.</summary>
    internal void IsReportedAs(string number) => StationReference ??= number;

    /// <summary>
    /// Closes the case with a reason. Refuses while a provider has a referral of it in hand, and while a need is in nobody's hands, unless the
    /// reason says that there is nobody to help here. The words are sealed afterwards with <see cref="CaseStatusChange.KeepWords"/>.
    /// </summary>
    public CaseStatusChange Close(CloseReason reason, string? words, CaseStanding standing, Actor by, DateTimeOffset now)
    {
        if (!IsOpen)
            throw new RuleBrokenException("This case is closed already.");
        if (reason == CloseReason.Other && IsTooShort(words))
            throw new RuleBrokenException("Write in a few words why the case is closed.");
        if (standing.UnfinishedReferrals.Count > 0)
            throw new RuleBrokenException(
                "Referral {0} is not finished. Withdraw it, or wait until the provider closes it.", standing.UnfinishedReferrals[0]);
        if (standing.PeopleInNeed.Count > 0 && !reason.EndsNeeds())
            throw new RuleBrokenException(
                "A need of person {0} is in nobody's hands. Refer it, or record that the person does not want it.", standing.PeopleInNeed[0]);
        (Status, ClosedFor) = (CaseStatus.Closed, reason);
        Record(CaseEventKind.Closed, by, now);
        return new CaseStatusChange(Id, Status, reason, by, now);
    }

    /// <summary>Opens a closed case again, with a reason. Its needs are somebody's turn from then on.</summary>
    public CaseStatusChange Reopen(string words, Actor by, DateTimeOffset now)
    {
        if (IsOpen)
            throw new RuleBrokenException("This case is open already.");
        if (ErasedAt is not null)
            throw new RuleBrokenException(ErasedForGood);
        if (IsTooShort(words))
            throw new RuleBrokenException("Write in a few words why the case is opened again.");
        (Status, ClosedFor) = (CaseStatus.Open, null);
        Record(CaseEventKind.Reopened, by, now);
        return new CaseStatusChange(Id, Status, null, by, now);
    }

    private static bool IsTooShort(string? words) => words is null || words.Trim().Length < CaseStatusChange.WordsMinLength;

    private static void RefuseMalformed(string? reference)
    {
        if (reference is not null && !Cases.StationReference.IsValid(reference))
            throw new RuleBrokenException("Enter the number and the year, for example 123/2026, or leave it empty.");
    }
}

/// <summary>The facts of a case as they were found to be.</summary>
/// <param name="DistrictCode">District where found.</param>
/// <param name="Border">Whether a border crossing is part of it.</param>
/// <param name="StationReference">FIR or diary number, if there is one.</param>
public sealed record FactsCorrection(string DistrictCode, BorderCrossing Border, string? StationReference);
