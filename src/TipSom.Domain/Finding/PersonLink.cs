using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Finding;

/// <summary>Two people of two cases are the same. Each side learns the other's case number; nothing else opens.</summary>
public sealed class PersonLink
{
    private PersonLink() { }

    /// <summary>Links two people. Refuses two of one case, which are merged instead.</summary>
    public PersonLink(Case @case, Victim person, Case otherCase, Victim other, SameBecause because, Actor by, DateTimeOffset now)
    {
        if (@case.Id == otherCase.Id)
            throw new RuleBrokenException("Both are in this case. Mark the second as the same person as the first instead.");
        // One pair is one row, whichever side it is seen from.
        var isFirst = person.Id.CompareTo(other.Id) < 0;
        (Id, Because, At) = (Guid.CreateVersion7(), because, now);
        (CaseId, VictimId, Number) = isFirst ? (@case.Id, person.Id, @case.Number) : (otherCase.Id, other.Id, otherCase.Number);
        (OtherCaseId, OtherVictimId, OtherNumber) = isFirst ? (otherCase.Id, other.Id, otherCase.Number) : (@case.Id, person.Id, @case.Number);
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>One case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The person there.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>Number of that case, which the other side reads.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The other case.</summary>
    public Guid OtherCaseId { get; private set; }

    /// <summary>The person there.</summary>
    public Guid OtherVictimId { get; private set; }

    /// <summary>Number of the other case.</summary>
    public string OtherNumber { get; private set; } = "";

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

    /// <summary>Undoes it. Refuses one that is undone already.</summary>
    public void Undo(UndoneBecause because, Actor by, DateTimeOffset now)
    {
        if (UndoneAt is not null)
            throw new RuleBrokenException("This was undone already.");
        (UndoneAt, UndoneById, UndoneBecause) = (now, by.UserId, because);
    }
}

/// <summary>Why two people are held to be the same.</summary>
public enum SameBecause
{
    /// <summary>The same CNIC, B-Form or passport.</summary>
    SameDocument,

    /// <summary>The person says so.</summary>
    PersonSaysSo,

    /// <summary>The family says so.</summary>
    FamilySaysSo,

    /// <summary>An officer knows the person.</summary>
    KnownToOfficer,

    /// <summary>The unit that was asked says so.</summary>
    UnitSaysSo
}

/// <summary>Why it was undone.</summary>
public enum UndoneBecause
{
    /// <summary>They are two people after all.</summary>
    TwoPeople,

    /// <summary>It was entered by mistake.</summary>
    ByMistake
}
