using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Cases;

namespace TipSom.Data.Mapping;

internal sealed class OffenceMapping : IEntityTypeConfiguration<Offence>
{
    public void Configure(EntityTypeBuilder<Offence> builder)
    {
        builder.ToTable("offences", "reference", table =>
        {
            table.HasCheckConstraint("offences_valid_in_order", "valid_from < valid_before");
            table.HasCheckConstraint("offences_years_in_order", "min_years <= max_years");
        });
        builder.HasKey(offence => offence.Code);

        builder.Property(offence => offence.Class).HasConversion<string>();
        builder.Property(offence => offence.MinYears).HasPrecision(4, 1);
        builder.Property(offence => offence.MaxYears).HasPrecision(4, 1);
    }
}
