using System.Globalization;

namespace TipSom.Domain.Reference;

/// <summary>One code of one list, such as need_type / SHELTER. Records keep the code; people read the label.</summary>
/// <param name="list">Name of the list, lower-case, such as need_type.</param>
/// <param name="code">Code within the list; never changes its meaning.</param>
/// <param name="labelEn">English label.</param>
/// <param name="sortOrder">Place within the list, from 1, as the file has it.</param>
public sealed class CodeListEntry(
    string list, string code, string labelEn, int sortOrder, string? labelUr = null, string? htcdsValue = null,
    string? ctdcValue = null, string? note = null)
{
    /// <summary>Name of the list; with <see cref="Code"/> the key.</summary>
    public string List { get; private set; } = list;

    /// <summary>Code within the list.</summary>
    public string Code { get; private set; } = code;

    /// <summary>English label.</summary>
    public string LabelEn { get; private set; } = labelEn;

    /// <summary>Urdu label; null for lists that are on no screen.</summary>
    public string? LabelUr { get; private set; } = labelUr;

    /// <summary>Value in the Human Trafficking Case Data Standard 2.0 (IOM), for exchange; several are joined by "|".</summary>
    public string? HtcdsValue { get; private set; } = htcdsValue;

    /// <summary>Column or value in the data of the Counter Trafficking Data Collaborative; "NULL" is their word for none.</summary>
    public string? CtdcValue { get; private set; } = ctdcValue;

    /// <summary>Law, source or doubt, for those who maintain the lists; not shown on forms.</summary>
    public string? Note { get; private set; } = note;

    /// <summary>Place within the list, from 1.</summary>
    public int SortOrder { get; private set; } = sortOrder;

    /// <summary>False once the code has left the list: old records still read it, forms no longer offer it.</summary>
    public bool IsOffered { get; private set; } = true;

    /// <summary>The label in the language of a culture; English where there is no Urdu.</summary>
    public string LabelIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "ur" && LabelUr is { } urdu ? urdu : LabelEn;

    /// <summary>Takes the code off the forms. Records that hold it keep it.</summary>
    public void StopOffering() => IsOffered = false;
}
