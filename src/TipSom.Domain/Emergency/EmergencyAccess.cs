using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Emergency;

/// <summary>
/// Somebody who does not see a case opens one person's identity all the same, because a life is at stake: for an hour, to read only. It is
/// recorded and told before anything is shown, whether the person is on record or not, and somebody else reviews it.
/// </summary>
public sealed class EmergencyAccess
{
    /// <summary>Shortest reason accepted, in characters.</summary>
    public const int ReasonMinLength = 30;

    /// <summary>Longest reason kept, in characters.</summary>
    public const int ReasonMaxLength = 1000;

    /// <summary>How many one person opens within <see cref="Counted"/> before each more needs an approval.</summary>
    public const int MostAlone = 2;

    /// <summary>The sentence that refuses to open in an emergency whom one sees anyhow.</summary>
    public const string SeenAlready = "You see this person already. Search for the number, and open the identity there.";

    /// <summary>How long one lasts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(60);

    /// <summary>The time within which <see cref="MostAlone"/> are counted.</summary>
    public static readonly TimeSpan Counted = TimeSpan.FromDays(30);

    /// <summary>Until when it is to be reviewed, from the grant.</summary>
    public static readonly TimeSpan ReviewedWithin = TimeSpan.FromHours(72);

    /// <summary>How long a request waits for an approval; who still needs it asks again.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromHours(24);

    private readonly List<Guid> soughtHashes = [];

    private EmergencyAccess() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Number people use, <c>TE-2026-7K3Q9X</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>On what it rests.</summary>
    public EmergencyBasis Basis { get; private set; }

    /// <summary>Sealed: why.</summary>
    public byte[] SealedReason { get; private set; } = [];

    /// <summary>Keyed hashes of the number that was asked for, one for each agency; the number itself is not kept. None where a case was named.</summary>
    public IReadOnlyList<Guid> SoughtHashes => soughtHashes;

    /// <summary>The case that was named; null where a number was asked for.</summary>
    public string? SoughtCase { get; private set; }

    /// <summary>Which person of that case.</summary>
    public int? SoughtPosition { get; private set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it began; null while it waits for an approval. Written by the database.</summary>
    public DateTimeOffset? GrantedAt { get; private set; }

    /// <summary>When it ends by itself. Written by the database.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>When the asker ended it before that.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who asked.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Until when it is to be reviewed; null while nothing was granted.</summary>
    public DateTimeOffset? ReviewDueAt => GrantedAt + ReviewedWithin;

    /// <summary>
    /// Asks. Refuses where the own agency has switched it off, and a reason that is too short. It begins at once, or waits for an approval after
    /// <see cref="MostAlone"/> within <see cref="Counted"/>.
    /// </summary>
    public static EmergencyAccess Ask(
        string number, EmergencySearch sought, EmergencyBasis basis, string reason, Func<Guid, string, byte[]> seal, Agency own, int recent, Actor by, DateTimeOffset now)
    {
        if (!own.AllowsEmergencyOpening)
            throw new RuleBrokenException("Your agency has switched opening in an emergency off. Call the unit that holds the case, or the national desk.");
        if (reason.Trim().Length is < ReasonMinLength or > ReasonMaxLength)
            throw new RuleBrokenException("Write in at least 30 characters why this cannot wait.");
        var id = Guid.CreateVersion7();
        var access = new EmergencyAccess
        {
            Id = id,
            Number = number,
            Basis = basis,
            SealedReason = seal(id, reason.Trim()),
            SoughtCase = sought.CaseNumber,
            SoughtPosition = sought.Position,
            At = now,
            ActorId = by.UserId,
            ActorUnitId = by.UnitId,
            ActorName = by.Name
        };
        access.soughtHashes.AddRange(sought.Hashes);
        if (recent < MostAlone)
            (access.GrantedAt, access.EndsAt) = (now, now + Lasts);
        return access;
    }

    /// <summary>Whether the identity may be opened now.</summary>
    public bool IsInForce(DateTimeOffset now) => GrantedAt is not null && EndedAt is null && now < EndsAt;

    /// <summary>Whether it still waits for an approval.</summary>
    public bool IsWaiting(DateTimeOffset now) => GrantedAt is null && now < At + Waits;

    /// <summary>Refuses once it is over, and while it waits.</summary>
    public void MustBeInForce(DateTimeOffset now)
    {
        if (!IsInForce(now))
            throw new RuleBrokenException("This access is not open: it waits for an approval, or it is over. Ask anew if the danger lasts.");
    }

    /// <summary>Ends it before its time.</summary>
    public void End(Actor by, DateTimeOffset now)
    {
        if (by.UserId != ActorId)
            throw new RuleBrokenException("Who asked for it ends it; otherwise the clock does.");
        MustBeInForce(now);
        EndedAt = now;
    }
}

/// <summary>Whom somebody asks for: exactly one person.</summary>
/// <param name="Hashes">Keyed hashes of an identity number, one for each agency.</param>
/// <param name="CaseNumber">Or the number of a case.</param>
/// <param name="Position">And which person of it.</param>
public sealed record EmergencySearch(IReadOnlyList<Guid> Hashes, string? CaseNumber, int? Position)
{
    /// <summary>By an identity number.</summary>
    public static EmergencySearch ByHashes(IEnumerable<Guid> hashes) => new([.. hashes], null, null);

    /// <summary>By a case and a person of it.</summary>
    public static EmergencySearch ByCase(string number, int position) => new([], number, position);
}

/// <summary>On what an opening in an emergency rests. Own words: none of these names an article of a law.</summary>
public enum EmergencyBasis
{
    /// <summary>The life of the person is in danger.</summary>
    DangerToThePerson,

    /// <summary>The life of somebody else is in danger.</summary>
    DangerToAnother,

    /// <summary>A court has ordered it.</summary>
    CourtOrder,

    /// <summary>A child is missing and an alert was given.</summary>
    MissingChildAlert
}

/// <summary>Whom an access leads to; nobody where none is on record. Written by the database with the access, read once it is granted.</summary>
public sealed class EmergencyTarget
{
    private EmergencyTarget() { }

    /// <summary>The access; also the key: one leads to one person at most.</summary>
    public Guid AccessId { get; private set; }

    /// <summary>The case; null where nobody was found.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>The person; null where nobody was found.</summary>
    public Guid? VictimId { get; private set; }
}
