namespace TipSom.Data.Identity;

/// <summary>The authenticator app of a person: the secret it shares with the portal, and the last step of time whose code was taken.</summary>
public sealed class Authenticator
{
    /// <summary>Internal id; what the seal is bound to.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Ciphertext of the secret.</summary>
    public required byte[] SealedSecret { get; init; }

    /// <summary>When its first code was given.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The step of thirty seconds whose code was taken last; a code of it or before it is refused.</summary>
    public long LastStep { get; init; }
}

/// <summary>A printed card of numbered codes, each good once, in their order.</summary>
public sealed class CodeCard
{
    /// <summary>Internal id; what the seal is bound to.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose; a new card takes the place of the old one.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Ciphertext of the key under which the codes are hashed: eight digits alone would be guessed from any hash.</summary>
    public required byte[] SealedKey { get; init; }

    /// <summary>Hashes of the codes, in their order.</summary>
    public required byte[][] CodeHashes { get; init; }

    /// <summary>The number of the code asked for next, from 1.</summary>
    public required int NextCode { get; init; }

    /// <summary>When it was shown to be printed.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>A browser on a computer of one's own in which somebody signed in before.</summary>
public sealed class KnownDevice
{
    /// <summary>Whose.</summary>
    public required Guid UserId { get; init; }

    /// <summary>SHA-256 of the random value in the browser's cookie.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>When somebody last signed in there.</summary>
    public required DateTimeOffset SeenAt { get; init; }
}

/// <summary>A place from which somebody signed in before: strangers who guess elsewhere do not slow it.</summary>
public sealed class KnownPlace
{
    /// <summary>Whose.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Keyed hash of the place.</summary>
    public required byte[] PlaceHash { get; init; }

    /// <summary>When somebody last signed in from there.</summary>
    public required DateTimeOffset SeenAt { get; init; }
}

/// <summary>Wrong tries of one kind, for one account at one place or for one account at all places nobody knows.</summary>
public sealed class GuessCount
{
    /// <summary>Keyed hash of what is counted: the table names neither account nor place.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Tries that were not right.</summary>
    public required int Tries { get; init; }

    /// <summary>No try is looked at before; null while none has to wait.</summary>
    public DateTimeOffset? WaitsUntil { get; init; }

    /// <summary>The last of them.</summary>
    public required DateTimeOffset TriedAt { get; init; }
}

/// <summary>An answer of a security key that was taken, so that a copy of it is not.</summary>
public sealed class UsedCeremony
{
    /// <summary>Which question was answered.</summary>
    public required Guid Id { get; init; }

    /// <summary>After this moment the question itself is too old.</summary>
    public required DateTimeOffset EndsAt { get; init; }
}

/// <summary>A code that lets a person begin, or begin again. Given in person or by sealed letter, good once.</summary>
public sealed class AccountCode
{
    /// <summary>Internal id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose account.</summary>
    public required Guid UserId { get; init; }

    /// <summary>What for.</summary>
    public required AccountCodeKind Kind { get; init; }

    /// <summary>SHA-256 of the code, which has 80 random bits.</summary>
    public required byte[] CodeHash { get; init; }

    /// <summary>Who gave it.</summary>
    public required Guid IssuedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Good until.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When it was used, or a newer one took its place.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>What a code of an account is for.</summary>
public enum AccountCodeKind
{
    /// <summary>The first sign-in: sets the password and the second factor.</summary>
    Invitation,

    /// <summary>The password was forgotten: sets a new one; the second factor stays.</summary>
    Recovery,

    /// <summary>The second factor was lost: voids every factor, sets a new password and a new factor.</summary>
    LostFactor
}
