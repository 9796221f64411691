using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.RowSecurity;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Reporting;

namespace TipSom.Data.Mapping;

public sealed class ReturnMapping : IEntityTypeConfiguration<Return>
{
    /// <summary>The constraint that keeps signed figures of one unit from covering a day twice; checked when the transaction ends.</summary>
    public const string OneAtATime = "ex_returns_one_at_a_time";

    /// <summary>The index that keeps a period from having two drafts.</summary>
    public const string OneDraft = "ux_returns_one_draft";

    public void Configure(EntityTypeBuilder<Return> builder)
    {
        builder.ToTable("returns", TipSomDbContext.Statistics, t =>
        {
            t.HasCheckConstraint(
                "ck_returns_whole_period",
                "extract(day from first_day) = 1 and last_day = (first_day + case period_kind when 'Month' then interval '1 month' when 'Quarter' then interval '3 months' "
                + "else interval '12 months' end - interval '1 day')::date and extract(month from first_day) in (1, 4, 7, 10, "
                + "case when period_kind = 'Month' then extract(month from first_day) end) and not (period_kind = 'Year' and extract(month from first_day) = 10)");
            t.HasCheckConstraint("ck_returns_signed", "num_nonnulls(signed_by_id, signed_by_name, signed_at) = case when status = 'Draft' then 0 else 3 end");
            t.HasCheckConstraint("ck_returns_corrected", "num_nonnulls(replaces_id, correction_reason) = case when version = 1 then 0 else 2 end");
        });
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Period).Ignore(r => r.Figures);
        builder.Property(r => r.Number).HasMaxLength(RecordNumber.Length);
        builder.Property(r => r.Note).HasMaxLength(Return.WordsMaxLength);
        builder.Property(r => r.CorrectionReason).HasMaxLength(Return.WordsMaxLength);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => new { r.UnitId, r.AgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        // A correction is of the same unit: foreign keys know nothing of row security.
        builder.HasOne<Return>().WithMany().HasForeignKey(r => new { r.ReplacesId, r.UnitId }).HasPrincipalKey(r => new { r.Id, r.UnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Cells).WithOne().HasForeignKey(f => f.ReturnId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.Number, r.Version }).HasDatabaseName("ux_returns_version").IsUnique();
        builder.HasIndex(r => new { r.UnitId, r.PeriodKind, r.FirstDay }).HasDatabaseName(OneDraft).IsUnique().HasFilter("status = 'Draft'");
        builder.HasIndex(r => new { r.AgencyId, r.FirstDay }).IsDescending(false, true);
        builder.HasIndex(r => new { r.FirstDay, r.LastDay }).HasFilter("status = 'SignedOff'");
    }
}

internal sealed class ReturnFigureMapping : IEntityTypeConfiguration<ReturnFigure>
{
    public void Configure(EntityTypeBuilder<ReturnFigure> builder)
    {
        builder.ToTable("return_figures", TipSomDbContext.Statistics, t =>
        {
            t.HasCheckConstraint("ck_return_figures_cell", Cells.IsOne);
            t.HasCheckConstraint("ck_return_figures_value", $"value between 0 and {FigureSet.Highest}");
        });
        builder.HasKey(f => new { f.ReturnId, f.Cell });
        builder.Property(f => f.ReturnId).ValueGeneratedNever();
        builder.Property(f => f.Cell).ValueGeneratedNever().HasConversion(cell => cell.Code, code => Cells.Of(code));
    }
}

public sealed class PublishedFigureMapping : IEntityTypeConfiguration<PublishedFigure>
{
    /// <summary>The index that keeps one figure from standing twice.</summary>
    public const string OneStanding = "ux_published_figures_standing";

    public void Configure(EntityTypeBuilder<PublishedFigure> builder)
    {
        builder.ToTable("published_figures", TipSomDbContext.Statistics, t =>
        {
            t.HasCheckConstraint("ck_published_figures_cell", Cells.IsOne);
            t.HasCheckConstraint("ck_published_figures_value", $"value between 0 and {FigureSet.Highest}");
            t.HasCheckConstraint("ck_published_figures_year", "begins between 1947 and 2999");
            t.HasCheckConstraint("ck_published_figures_sourced", "trim(source) <> '' and trim(page) <> ''");
            t.HasCheckConstraint("ck_published_figures_entered", "num_nonnulls(entered_by_id, entered_by_name, entered_at) in (0, 3)");
            t.HasCheckConstraint("ck_published_figures_withdrawn", "num_nonnulls(withdrawn_by_id, withdrawn_by_name, withdrawn_at, withdrawal_reason) in (0, 4)");
        });
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Ignore(f => f.Year);
        builder.Property(f => f.Cell).HasConversion(cell => cell.Code, code => Cells.Of(code));
        builder.Property(f => f.Source).HasMaxLength(PublishedFigure.WordsMaxLength);
        builder.Property(f => f.Page).HasMaxLength(PublishedFigure.PageMaxLength);
        builder.Property(f => f.Note).HasMaxLength(PublishedFigure.WordsMaxLength);
        builder.Property(f => f.WithdrawalReason).HasMaxLength(PublishedFigure.WordsMaxLength);
        // One of a kind stands; withdrawn ones stay.
        builder.HasIndex(f => new { f.YearKind, f.Begins, f.Authority, f.Cell }).HasDatabaseName(OneStanding).IsUnique().HasFilter("withdrawn_at is null");
    }
}

internal sealed class ReportDutyMapping : IEntityTypeConfiguration<ReportDuty>
{
    public void Configure(EntityTypeBuilder<ReportDuty> builder)
    {
        builder.ToTable("report_duties", TipSomDbContext.Statistics, t => t.HasCheckConstraint("ck_report_duties_since", "extract(day from since) = 1"));
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<Agency>().WithMany().HasForeignKey(d => d.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.AgencyId).HasDatabaseName("ux_report_duties_one_owed").IsUnique().HasFilter("ended_at is null");
    }
}

internal sealed class ReturnReminderMapping : IEntityTypeConfiguration<ReturnReminder>
{
    public void Configure(EntityTypeBuilder<ReturnReminder> builder)
    {
        builder.ToTable("return_reminders", TipSomDbContext.Statistics);
        builder.HasKey(r => new { r.UnitId, r.Period, r.Rung });
        builder.Property(r => r.Period).HasMaxLength(20);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Cells in the database: by their codes.</summary>
internal static class Cells
{
    public static readonly string IsOne = $"cell in ({string.Join(", ", FigureCell.All.Select(c => $"'{c.Code}'"))})";

    public static FigureCell Of(string code) => FigureCell.Parse(code) ?? throw new InvalidOperationException($"There is no figure {code}.");
}
