using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Finding;

/// <summary>
/// One unit asks another whether a person each of them has on record is the same. The other side reads only what the asker chose to
/// tell; the asker learns only the answer, and with "the same person" both learn the other's case number.
/// </summary>
public sealed class ConnectRequest
{
    /// <summary>Longest contact, in characters.</summary>
    public const int ContactMaxLength = 100;

    /// <summary>The sentence that refuses a question about a record that was handed on or taken away meanwhile.</summary>
    public const string NotThere = "That record is not where it was. Search again.";

    private ConnectRequest() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Number people use, <c>TC-2026-7K3Q9X</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The asker's case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The asker's person.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The unit that asks.</summary>
    public Guid FromUnitId { get; private set; }

    /// <summary>The unit that holds the other record.</summary>
    public Guid ToUnitId { get; private set; }

    /// <summary>Why it is asked.</summary>
    public ConnectPurpose Purpose { get; private set; }

    /// <summary>Sex, where the asker tells it.</summary>
    public Sex? ToldSex { get; private set; }

    /// <summary>Age band, where the asker tells it.</summary>
    public AgeBand? ToldAge { get; private set; }

    /// <summary>District where found, where the asker tells it.</summary>
    public string? ToldDistrictCode { get; private set; }

    /// <summary>Sealed: how to reach the officer who asks; null where that was not told.</summary>
    public byte[]? SealedContact { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who asks.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>The answer; null while it is awaited.</summary>
    public ConnectAnswer? Answer { get; private set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Who answered.</summary>
    public Guid? AnsweredById { get; private set; }

    /// <summary>The asker's case number, once both agree; written by the database.</summary>
    public string? FromCaseNumber { get; private set; }

    /// <summary>The other side's case number, once both agree; written by the database.</summary>
    public string? ToCaseNumber { get; private set; }

    /// <summary>Asks, and writes it on the timeline of the own case.</summary>
    public static ConnectRequest Ask(string number, Case @case, Victim person, Guid toUnit, ConnectPurpose purpose, Told told, Actor by, DateTimeOffset now)
    {
        @case.Record(CaseEventKind.ConnectAsked, by, now, person.Position);
        return new ConnectRequest
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            CaseId = @case.Id,
            VictimId = person.Id,
            FromUnitId = by.UnitId,
            ToUnitId = toUnit,
            Purpose = purpose,
            ToldSex = told.Sex ? person.Sex : null,
            ToldAge = told.Age ? person.Age.Band : null,
            ToldDistrictCode = told.District ? @case.DistrictCode : null,
            At = now,
            ActorId = by.UserId,
            ActorUnitId = by.UnitId,
            ActorName = by.Name
        };
    }

    /// <summary>Keeps the sealed contact.</summary>
    public void KeepContact(byte[] sealedContact) => SealedContact = sealedContact;

    /// <summary>Answers, once.</summary>
    public void Reply(ConnectAnswer answer, Actor by, DateTimeOffset now)
    {
        if (Answer is not null)
            throw new RuleBrokenException("This question was answered already.");
        (Answer, AnsweredAt, AnsweredById) = (answer, now, by.UserId);
    }
}

/// <summary>What the asker chose to tell the other side.</summary>
/// <param name="Sex">The sex.</param>
/// <param name="Age">The age band.</param>
/// <param name="District">The district where the person was found.</param>
public readonly record struct Told(bool Sex, bool Age, bool District);

/// <summary>Which record a request is about; only those who see that case read it, and the asker does not.</summary>
public sealed class ConnectTarget
{
    private ConnectTarget() { }

    /// <summary>Names the record.</summary>
    public ConnectTarget(Guid requestId, PersonOfCase person) => (Id, RequestId, CaseId, VictimId) = (Guid.CreateVersion7(), requestId, person.CaseId, person.VictimId);

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The request.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>The case it is about.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The person it is about.</summary>
    public Guid VictimId { get; private set; }
}

/// <summary>Why one unit asks another.</summary>
public enum ConnectPurpose
{
    /// <summary>The person may be in danger.</summary>
    Danger,

    /// <summary>So that nobody has to tell the same twice, and help already given is known.</summary>
    SpareThePerson,

    /// <summary>Both cases may belong together.</summary>
    OneInvestigation
}

/// <summary>What the other side says.</summary>
public enum ConnectAnswer
{
    /// <summary>The same person.</summary>
    Same,

    /// <summary>Not the same.</summary>
    NotSame,

    /// <summary>Cannot or may not say.</summary>
    CannotSay
}
