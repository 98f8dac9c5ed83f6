package scot.fort.platform.messaging.avro;

import org.apache.avro.Conversions;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;

/** How generic records show logical types: as Avro's raw values, or as {@code Instant}, {@code UUID} and their like. */
final class LogicalTypeModel {
    private LogicalTypeModel() {}

    static GenericData generic(boolean converted) {
        GenericData model = new GenericData();
        if (converted) {
            model.addLogicalTypeConversion(new Conversions.DecimalConversion());
            model.addLogicalTypeConversion(new Conversions.UUIDConversion());
            model.addLogicalTypeConversion(new TimeConversions.DateConversion());
            model.addLogicalTypeConversion(new TimeConversions.TimeMillisConversion());
            model.addLogicalTypeConversion(new TimeConversions.TimeMicrosConversion());
            model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
            model.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
            model.addLogicalTypeConversion(new TimeConversions.LocalTimestampMillisConversion());
            model.addLogicalTypeConversion(new TimeConversions.LocalTimestampMicrosConversion());
        }
        return model;
    }
}
