using TipSom.Domain.Identity;

namespace TipSom.Domain.Cases;

/// <summary>What one of those who see a case writes to the others: the holder, and the units it is shared with. Sealed; neither changed nor taken back.</summary>
public sealed class CaseNote
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaxLength = 1000;

    private CaseNote() { }

    /// <summary>Writes a note.</summary>
    public static CaseNote Write(Case @case, string text, Func<Guid, string, byte[]> seal, Actor by, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        return new CaseNote
        {
            Id = id,
            CaseId = @case.Id,
            At = now,
            ActorId = by.UserId,
            ActorUnitId = by.UnitId,
            ActorName = by.Name,
            SealedText = seal(id, text.ReplaceLineEndings("\n"))
        };
    }

    /// <summary>Internal id; what the seal is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Ciphertext of the words.</summary>
    public byte[] SealedText { get; private set; } = [];
}
