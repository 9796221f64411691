namespace TipSom.Data.Queries;

/// <summary>One time limit of one case.</summary>
/// <param name="Id">The limit.</param>
/// <param name="CaseNumber">The case.</param>
/// <param name="TextEn">What must be done, in English.</param>
/// <param name="TextUr">What must be done, in Urdu.</param>
/// <param name="DueAt">From when it is late.</param>
/// <param name="IsWithoutDelay">Whether the law gives no time at all.</param>
public sealed record LegalDeadlineRow(Guid Id, string CaseNumber, string TextEn, string TextUr, DateTimeOffset DueAt, bool IsWithoutDelay);
