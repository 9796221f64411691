using TipSom.Domain.Identity;

namespace TipSom.Domain.Victims;

/// <summary>A tie between two people of one case, and whether they must stay together. It ends by a verb and stays on record.</summary>
public sealed class FamilyTie
{
    private FamilyTie() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case both belong to.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Who is the parent, the guardian, or either of the two.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Whose parent or guardian, or the other of the two.</summary>
    public Guid RelativeId { get; private set; }

    /// <summary>What the first is to the second.</summary>
    public FamilyTieKind Kind { get; private set; }

    /// <summary>Whether the two travel and live together, wherever they are referred.</summary>
    public bool KeepTogether { get; private set; }

    /// <summary>When it was noted.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who noted it.</summary>
    public Guid ById { get; private set; }

    /// <summary>Name of who noted it, as it was then.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When it ended or was found wrong; null while it holds.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Who noted the end.</summary>
    public Guid? EndedById { get; private set; }

    /// <summary>Name of who noted the end, as it was then.</summary>
    public string? EndedByName { get; private set; }

    /// <summary>
    /// Ties two people of one case. Refuses a person with themselves, people of two cases, a second tie between the same two, and a
    /// parent who is known to be younger than the child.
    /// </summary>
    public static FamilyTie Between(
        Victim person, Victim relative, FamilyTieKind kind, bool keepTogether, IEnumerable<FamilyTie> ties, Actor by, DateTimeOffset now)
    {
        if (person.Id == relative.Id || person.CaseId != relative.CaseId)
            throw new RuleBrokenException("Choose another person of the same case.");
        if (ties.Any(t => t.Until is null && t.Joins(person.Id, relative.Id)))
            throw new RuleBrokenException("These two are tied already. End that tie first.");
        if (kind == FamilyTieKind.ParentOf && person.Age.Years <= relative.Age.Years)
            throw new RuleBrokenException("A parent is older than the child. Check the ages, or who is whose parent.");
        return new FamilyTie
        {
            Id = Guid.CreateVersion7(),
            CaseId = person.CaseId,
            PersonId = person.Id,
            RelativeId = relative.Id,
            Kind = kind,
            KeepTogether = keepTogether,
            At = now,
            ById = by.UserId,
            ByName = by.Name
        };
    }

    /// <summary>Ends the tie. Refuses one that has ended.</summary>
    public void End(Actor by, DateTimeOffset now)
    {
        if (Until is not null)
            throw new RuleBrokenException("This tie has already ended.");
        (Until, EndedById, EndedByName) = (now, by.UserId, by.Name);
    }

    /// <summary>Whether it joins these two, in either direction.</summary>
    public bool Joins(Guid one, Guid other) => (PersonId == one && RelativeId == other) || (PersonId == other && RelativeId == one);
}

/// <summary>What one person is to another.</summary>
public enum FamilyTieKind
{
    /// <summary>Mother or father of.</summary>
    ParentOf,

    /// <summary>Wife or husband of.</summary>
    SpouseOf,

    /// <summary>Sister or brother of.</summary>
    SiblingOf,

    /// <summary>Guardian of, without being the parent.</summary>
    GuardianOf,

    /// <summary>Another relative of.</summary>
    OtherRelativeOf
}
