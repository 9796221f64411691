namespace TipSom.Domain.Imports;

/// <summary>What a column of a station's register may hold. The order is the order of the template.</summary>
public enum RegisterField
{
    /// <summary>What tells the lines of one case from those of others, such as the register's own number; a line without it is a case of its own.</summary>
    CaseKey,

    /// <summary>The day on which the person was found.</summary>
    FoundOn,

    /// <summary>Trafficking or smuggling; empty is trafficking.</summary>
    Kind,

    /// <summary>District where found; required.</summary>
    District,

    /// <summary>Whether a border was crossed; empty is not known.</summary>
    Border,

    /// <summary>FIR or diary number.</summary>
    Reference,

    /// <summary>Sex as stated; required, "unknown" is an answer.</summary>
    Sex,

    /// <summary>Age in years; required, "unknown" is an answer.</summary>
    Age,

    /// <summary>Name, in either script.</summary>
    Name,

    /// <summary>Father's or husband's name.</summary>
    FatherName,

    /// <summary>CNIC, B-Form or passport number.</summary>
    IdNumber,

    /// <summary>Telephone.</summary>
    Phone,

    /// <summary>What happened, in a line or two.</summary>
    Happened
}
