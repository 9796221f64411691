using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Finding;

/// <summary>The same person was entered twice in one case: the second stays on record, and what is done from then on is done for the first.</summary>
public sealed class PersonMerge
{
    /// <summary>The sentence that refuses a merge while somebody still works for the second.</summary>
    public const string UnfinishedReferral = "A referral of this person is not finished. Withdraw it, or let it come to its end first.";

    /// <summary>The sentence that refuses a chain of merges.</summary>
    public const string AlreadyMerged = "One of the two is merged already. Undo that first.";

    /// <summary>The sentence that refuses a referral of somebody who was merged.</summary>
    public const string ReferTheFirst = "This person is the same as another in this case. Refer that one.";

    private PersonMerge() { }

    private PersonMerge(Victim second, Victim first, SameBecause because, Actor by, DateTimeOffset now)
    {
        (Id, CaseId, VictimId, IntoVictimId, Because, At) = (Guid.CreateVersion7(), second.CaseId, second.Id, first.Id, because, now);
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The second entry of the person.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The first, under whom the case goes on.</summary>
    public Guid IntoVictimId { get; private set; }

    /// <summary>Why they are the same.</summary>
    public SameBecause Because { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who said so.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>When it was undone; null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Who undid it.</summary>
    public Guid? UndoneById { get; private set; }

    /// <summary>Why it was undone.</summary>
    public UndoneBecause? UndoneBecause { get; private set; }

    /// <summary>
    /// Merges the second into the first and writes it on the timeline. Refuses one person with themselves, and people of two cases. The
    /// database refuses it while a referral of the second is not finished, and where one of them is merged already.
    /// </summary>
    public static PersonMerge Merge(Case @case, Victim second, Victim first, SameBecause because, Actor by, DateTimeOffset now)
    {
        if (second.Id == first.Id)
            throw new RuleBrokenException("Choose another person of this case.");
        if (second.CaseId != @case.Id || first.CaseId != @case.Id)
            throw new RuleBrokenException("People of two cases are linked, not merged.");
        @case.Record(CaseEventKind.PersonMerged, by, now, second.Position);
        return new PersonMerge(second, first, because, by, now);
    }

    /// <summary>Undoes it and writes it on the timeline. Refuses one that is undone already.</summary>
    public void Undo(Case @case, int position, UndoneBecause because, Actor by, DateTimeOffset now)
    {
        if (UndoneAt is not null)
            throw new RuleBrokenException("This was undone already.");
        (UndoneAt, UndoneById, UndoneBecause) = (now, by.UserId, because);
        @case.Record(CaseEventKind.MergeUndone, by, now, position);
    }
}
