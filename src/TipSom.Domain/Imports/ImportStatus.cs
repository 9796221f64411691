namespace TipSom.Domain.Imports;

/// <summary>How far the import of a register is. Nobody sees a case of it before it has finished.</summary>
public enum ImportStatus
{
    /// <summary>The file is here; nothing of it has been taken in.</summary>
    Uploaded,

    /// <summary>Being taken in, beside other work; goes on after a restart.</summary>
    Running,

    /// <summary>Every readable line is in, and the cases are seen by who may see them.</summary>
    Finished,

    /// <summary>What had been taken in is being taken out again.</summary>
    Cancelling,

    /// <summary>Nothing of it is left.</summary>
    Cancelled
}
